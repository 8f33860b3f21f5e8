#include "engine/Runtime.h"

#include "connections/ModelShelf.h"
#include "engine/Engine.h"
#include "imaging/ImagerClient.h"
#include "store/StoreThread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace vitrine {

namespace {

ProviderConfig configFor(const ResolvedConnection &resolved)
{
    const Connection &connection = resolved.connection;
    ProviderConfig config;
    config.name = connection.name;
    config.api = toString(connection.api);
    config.baseUrl = connection.baseUrl;
    config.key = resolved.key.secret;
    const QByteArray header = keyHeaderOf(connection);
    config.keyHeader = KeyHeader{header, keyHeaderValue(header, {})};
    config.defaultModel = connection.defaultModel;
    config.headers = requestHeaders(connection);
    config.allowPlainHttp = connection.allowPlainHttp;
    config.proxy = connection.proxy;
    return config;
}

} // namespace

Runtime::Runtime() = default;
Runtime::~Runtime() = default;

std::unique_ptr<Runtime> Runtime::create(const Profile &profile, Clock &clock, StoreThread &store, BlobStore &blobs, EnvironmentKeys keys)
{
    std::unique_ptr<Runtime> runtime(new Runtime);
    runtime->m_images = std::make_unique<ImagerClient>(ImagerOptions{helperProgram(QStringLiteral("vitrine-imager"))});
    runtime->m_connections = std::make_unique<Connections>(profile, std::move(keys));
    runtime->m_models = std::make_unique<ModelShelf>(*runtime->m_connections, profile.cacheFolder + QStringLiteral("/models"),
                                                     QFileInfo(profile.settingsFile).path() + QStringLiteral("/models.json"));
    EngineParts parts{clock, store, blobs, *runtime->m_images, profile.workFolder, {}, {}, profile.cacheFolder, {}};
    parts.resolveProvider = [connections = runtime->m_connections.get(), self = runtime.get()](const QString &name, QObject *context, const EngineParts::Resolved &done) {
        connections->resolve(name, context, [self, done](const Result<ResolvedConnection> &resolved) {
            if (!resolved)
                return done(tl::unexpected(resolved.error()));
            ProviderConfig config = configFor(*resolved);
            config.recordFolder = self->m_recordFolder;
            done(config);
        });
    };
    runtime->m_engine = std::make_unique<Engine>(parts);
    return runtime;
}

Connections &Runtime::connections()
{
    return *m_connections;
}

ModelShelf &Runtime::models()
{
    return *m_models;
}

Engine &Runtime::engine()
{
    return *m_engine;
}

ImageService &Runtime::images()
{
    return *m_images;
}

QString helperProgram(const QString &name)
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &folder : {here.path(), here.absoluteFilePath(QStringLiteral("../bin")), here.absoluteFilePath(QStringLiteral("../libexec/vitrine"))}) {
        const QFileInfo file(folder + QLatin1Char('/') + name);
        if (file.isExecutable())
            return file.canonicalFilePath();
    }
    return here.absoluteFilePath(name);
}

} // namespace vitrine
