#include "connections/ModelShelf.h"

#include "base/Json.h"
#include "providers/models/ModelListReader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QPointer>
#include <QSaveFile>

namespace vitrine {

namespace {

constexpr qint64 mostKept = 32 * 1024 * 1024;

// The vendor whose own service this is; empty for gateways and other people's servers.
QString vendorOf(const Connection &connection)
{
    const QString host = connection.baseUrl.host();
    static const QList<std::pair<const char *, const char *>> hosts{{"api.openai.com", "openai"}, {"api.anthropic.com", "anthropic"}, {"generativelanguage.googleapis.com", "google"},
                                                                    {"api.deepseek.com", "deepseek"}, {"api.mistral.ai", "mistral"}, {"api.x.ai", "xai"}};
    for (const auto &[name, vendor] : hosts) {
        if (host == QLatin1String(name))
            return QLatin1String(vendor);
    }
    return host.endsWith(QLatin1String(".openai.azure.com")) ? QStringLiteral("openai") : QString();
}

// Elsewhere the same model has other prices and none of its vendor's tools.
void keepOnlyWhatHolds(ModelInfo &model, const QString &vendor, const ModelInfo *reported)
{
    if (!vendor.isEmpty() && model.vendor == vendor)
        return;
    model.hostedTools.clear();
    model.prices = reported ? reported->prices : ModelPrices();
    model.longPromptTokens = 0;
}

Result<QList<ModelInfo>> readPages(const Connection &connection, const QList<QByteArray> &pages)
{
    QList<ModelInfo> models;
    for (const QByteArray &page : pages) {
        const Result<ModelListPage> read = readModelList(toString(connection.api), page);
        if (!read)
            return tl::unexpected(read.error());
        models += read->models;
    }
    return models;
}

} // namespace

ModelShelf::ModelShelf(Connections &connections, const QString &cacheFolder, const QString &userModels, QObject *parent)
    : QObject(parent), m_connections(connections), m_cacheFolder(cacheFolder)
{
    if (const Done loaded = loadUserEntries(m_catalog, userModels); !loaded)
        m_problem = loaded.error().message;
}

Result<QList<ConnectedModels>> ModelShelf::kept() const
{
    const Result<ConnectionList> list = m_connections.file().load();
    if (!list)
        return tl::unexpected(list.error());
    QList<ConnectedModels> all;
    for (const Connection &connection : list->connections) {
        all.append(read(connection));
        for (const QString &problem : {list->problem, m_problem}) {
            if (all.last().problem.isEmpty())
                all.last().problem = problem;
        }
    }
    return all;
}

void ModelShelf::refresh(const QString &name, QObject *context, std::function<void(const Result<ConnectedModels> &)> done)
{
    m_connections.resolve(name, this, [this, name, guard = QPointer<QObject>(context), done = std::move(done)](const Result<ResolvedConnection> &resolved) {
        if (!guard)
            return;
        if (!resolved)
            return done(tl::unexpected(resolved.error()));
        // A second question takes the place of the first.
        std::unique_ptr<ConnectionTest> &test = m_asking[name];
        test = std::make_unique<ConnectionTest>();
        test->start(*resolved, [this, name, connection = resolved->connection, guard, done](const Result<ConnectionReport> &report) {
            const Result<ConnectedModels> kept = report ? keep(connection, report->bodies) : tl::unexpected(report.error());
            m_asking[name].release()->deleteLater(); // it is on the stack
            if (guard)
                done(kept);
        });
    });
}

Result<ConnectedModels> ModelShelf::preview(const Connection &connection, const QList<QByteArray> &pages) const
{
    const Result<QList<ModelInfo>> reported = readPages(connection, pages);
    if (!reported)
        return tl::unexpected(reported.error());
    return withCatalogue(connection, *reported);
}

Result<ConnectedModels> ModelShelf::keep(const Connection &connection, const QList<QByteArray> &pages)
{
    const Result<ConnectedModels> offered = preview(connection, pages);
    if (!offered)
        return offered;
    QJsonArray stored;
    for (const QByteArray &page : pages)
        stored.append(QString::fromUtf8(page));
    QDir().mkpath(m_cacheFolder);
    // What cannot be kept is asked for again.
    QSaveFile file(fileOf(connection.name));
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(toJson(QJsonObject{{"version", 1}, {"base_url", connection.baseUrl.toString()}, {"pages", stored}}));
        file.commit();
    }
    return offered;
}

QString ModelShelf::fileOf(const QString &name) const
{
    // Names of connections are harmless, see isConnectionName().
    return QStringLiteral("%1/models of %2.json").arg(m_cacheFolder, name);
}

ConnectedModels ModelShelf::read(const Connection &connection) const
{
    QFile file(fileOf(connection.name));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostKept)
        return withCatalogue(connection, {});
    const Result<QJsonObject> stored = parseJsonObject(file.readAll());
    // A list of another address is not this connection's.
    if (!stored || stored->value(QLatin1String("base_url")).toString() != connection.baseUrl.toString())
        return withCatalogue(connection, {});
    QList<QByteArray> pages;
    const QJsonArray array = stored->value(QLatin1String("pages")).toArray();
    for (const QJsonValue &page : array)
        pages.append(page.toString().toUtf8());
    return withCatalogue(connection, readPages(connection, pages).value_or(QList<ModelInfo>()));
}

ConnectedModels ModelShelf::withCatalogue(const Connection &connection, const QList<ModelInfo> &reported) const
{
    ConnectedModels offered{connection, {}, {}};
    const QString vendor = vendorOf(connection);
    if (reported.isEmpty()) {
        if (!vendor.isEmpty())
            offered.models = m_catalog.known(vendor);
        else if (!connection.defaultModel.isEmpty())
            offered.models = {m_catalog.info(connection.defaultModel)};
        for (ModelInfo &model : offered.models)
            keepOnlyWhatHolds(model, vendor, nullptr);
    } else {
        ModelCatalog catalog = m_catalog;
        catalog.setReported(reported);
        QHash<QString, qsizetype> places;
        for (const ModelInfo &said : reported) {
            places.insert(said.id, offered.models.size());
            offered.models.append(catalog.info(said.id));
            keepOnlyWhatHolds(offered.models.last(), vendor, &said);
        }
        // Names that people know for a model with an effort, which no server lists: o4-mini-high.
        const QList<ModelInfo> known = vendor.isEmpty() ? QList<ModelInfo>() : m_catalog.known(vendor);
        for (const ModelInfo &model : known) {
            if (!model.requestModel.isEmpty() && places.contains(model.requestModel))
                offered.models.insert(places.value(model.requestModel) + 1, model);
        }
    }
    const auto speaks = [&connection](const ModelInfo &model) { return model.apis.isEmpty() || model.apis.contains(toString(connection.api)); };
    if (!vendor.isEmpty())
        erase_if(offered.models, [&speaks](const ModelInfo &model) { return !speaks(model); });
    return offered;
}

} // namespace vitrine
