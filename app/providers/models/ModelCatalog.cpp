#include "providers/models/ModelCatalog.h"

#include "base/Json.h"
#include "providers/models/ModelInfoJson.h"
#include "providers/models/ModelNames.h"
#include "providers/openai/ReasoningModels.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ModelCatalogTexts {
    Q_DECLARE_TR_FUNCTIONS(ModelCatalog)
};

constexpr qsizetype mostEntries = 5000;
constexpr qsizetype longestId = 200;

void dropPrices(ModelInfo &info)
{
    info.prices = {};
    info.longPromptTokens = 0;
    info.longPromptPrices = {};
    info.pricesAsOf.clear();
}

// "o4-mini-high" is o4-mini with another effort when nothing is asked. Gateways know "openai/o4-mini-high" by that name.
void applyAlias(const QString &modelId, ModelInfo &info)
{
    const QString name = modelId.section(QLatin1Char('/'), -1);
    const ModelAndEffort resolved = resolveModel(name, {});
    if (resolved.model == name)
        return;
    info.defaultEffort = resolved.effort;
    if (name == modelId)
        info.requestModel = resolved.model;
}

} // namespace

void ModelCatalog::Entries::add(const Entry &entry)
{
    if (!entry.prefix)
        exact.insert(entry.info.id.toLower(), list.size());
    list.append(entry);
}

const ModelCatalog::Entry *ModelCatalog::Entries::findExact(const QStringList &forms) const
{
    for (const QString &form : forms) {
        if (const auto found = exact.constFind(form); found != exact.cend())
            return &list.at(*found);
    }
    return nullptr;
}

const ModelCatalog::Entry *ModelCatalog::Entries::findPrefix(const QStringList &forms) const
{
    const Entry *best = nullptr;
    for (const Entry &entry : list) {
        if (!entry.prefix || (best && best->info.id.size() >= entry.info.id.size()))
            continue;
        for (const QString &form : forms) {
            if (isModelPrefix(entry.info.id, form)) {
                best = &entry;
                break;
            }
        }
    }
    return best;
}

const ModelCatalog::Entry *ModelCatalog::Entries::find(const QStringList &forms) const
{
    const Entry *found = findExact(forms);
    return found ? found : findPrefix(forms);
}

Result<ModelCatalog::Entries> ModelCatalog::parse(const QByteArray &json)
{
    const auto object = parseJsonObject(json);
    if (!object)
        return fail(ErrorKind::InvalidRequest, ModelCatalogTexts::tr("The list of models cannot be read: %1").arg(object.error().message));
    if (!object->value(QLatin1String("models")).isArray())
        return fail(ErrorKind::InvalidRequest, ModelCatalogTexts::tr("The list of models has no array \"models\"."));
    const QJsonArray models = object->value(QLatin1String("models")).toArray();
    if (models.size() > mostEntries)
        return fail(ErrorKind::InvalidRequest, ModelCatalogTexts::tr("The list of models has more than %1 entries.").arg(mostEntries));
    Entries entries;
    entries.pricesAsOf = object->value(QLatin1String("prices_as_of")).toString().left(10);
    for (qsizetype i = 0; i < models.size(); ++i) {
        Entry entry;
        entry.fields = models.at(i).toObject();
        entry.info.id = entry.fields.value(QLatin1String("id")).toString();
        if (entry.info.id.isEmpty() || entry.info.id.size() > longestId)
            return fail(ErrorKind::InvalidRequest, ModelCatalogTexts::tr("Entry %1 of the list of models has no usable \"id\".").arg(i + 1));
        const QString match = entry.fields.value(QLatin1String("match")).toString(QStringLiteral("exact"));
        if (match != QLatin1String("exact") && match != QLatin1String("prefix"))
            return fail(ErrorKind::InvalidRequest, ModelCatalogTexts::tr("\"match\" of the model \"%1\" must be exact or prefix.").arg(entry.info.id));
        entry.prefix = match == QLatin1String("prefix");
        if (entry.prefix)
            entry.info.id = entry.info.id.toLower();
        entries.add(entry);
    }
    return entries;
}

ModelCatalog::ModelCatalog()
{
    loadBuiltIn();
}

// An entry starts from what the ones before it say about its name, so that the file says of each model only what is its own.
void ModelCatalog::loadBuiltIn()
{
    QFile file(QStringLiteral(":/providers/models.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto parsed = parse(file.readAll());
    if (!parsed)
        return;
    m_builtIn.pricesAsOf = parsed->pricesAsOf;
    for (Entry entry : parsed->list) {
        const QStringList forms = modelNameForms(entry.info.id).forms;
        const Entry *base = entry.prefix ? m_builtIn.findPrefix(forms) : m_builtIn.find(forms);
        const QString id = entry.info.id;
        if (base)
            entry.info = base->info;
        entry.info.id = id;
        applyModelJson(entry.fields, parsed->pricesAsOf, entry.info);
        entry.fields = {};
        m_builtIn.add(entry);
    }
}

Done ModelCatalog::setUserEntries(const QByteArray &json)
{
    auto parsed = parse(json);
    if (!parsed)
        return tl::unexpected(parsed.error());
    m_user = std::move(*parsed);
    return {};
}

void ModelCatalog::setReported(const QList<ModelInfo> &models)
{
    m_reported = models;
    m_reportedPlace.clear();
    for (qsizetype i = 0; i < m_reported.size(); ++i)
        m_reportedPlace.insert(m_reported.at(i).id, i);
}

ModelInfo ModelCatalog::info(const QString &modelId) const
{
    const ModelNameForms names = modelNameForms(modelId);
    ModelInfo info;
    if (const Entry *entry = m_builtIn.find(names.forms))
        info = entry->info;
    info.id = modelId;
    if (!names.vendorsPrice)
        dropPrices(info);
    applyAlias(modelId, info);
    if (const auto place = m_reportedPlace.constFind(modelId); place != m_reportedPlace.cend())
        applyReported(m_reported.at(*place), info);
    if (const Entry *entry = m_user.find(names.forms))
        applyModelJson(entry->fields, m_user.pricesAsOf, info);
    return info;
}

QList<ModelInfo> ModelCatalog::known(const QString &vendor) const
{
    QList<ModelInfo> models;
    QSet<QString> seen;
    const auto offer = [&](const QString &id) {
        if (seen.contains(id))
            return;
        seen.insert(id);
        ModelInfo model = info(id);
        if (vendor.isEmpty() || model.vendor == vendor)
            models.append(std::move(model));
    };
    for (const Entries *entries : {&m_builtIn, &m_user}) {
        for (const Entry &entry : entries->list) {
            if (!entry.prefix)
                offer(entry.info.id);
        }
        if (entries == &m_builtIn) {
            for (const ModelInfo &model : m_reported)
                offer(model.id);
        }
    }
    return models;
}

Done loadUserEntries(ModelCatalog &catalog, const QString &fileName)
{
    constexpr qint64 mostBytes = 8 * 1024 * 1024;
    QFile file(fileName);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, ModelCatalogTexts::tr("The list of models %1 cannot be opened: %2.").arg(fileName, file.errorString()));
    const QByteArray json = file.read(mostBytes + 1);
    if (json.size() > mostBytes)
        return fail(ErrorKind::InvalidRequest, ModelCatalogTexts::tr("The list of models %1 is larger than 8 MB.").arg(fileName));
    Done done = catalog.setUserEntries(json);
    if (!done)
        done.error().message = ModelCatalogTexts::tr("%1: %2").arg(fileName, done.error().message);
    return done;
}

} // namespace vitrine
