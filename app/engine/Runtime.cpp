#include "engine/Runtime.h"

#include "engine/Engine.h"
#include "imaging/ImagerClient.h"
#include "store/StoreThread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace vitrine {

Runtime::Runtime() = default;
Runtime::~Runtime() = default;

std::unique_ptr<Runtime> Runtime::create(const Profile &profile, Clock &clock, StoreThread &store, BlobStore &blobs)
{
    std::unique_ptr<Runtime> runtime(new Runtime);
    runtime->m_images = std::make_unique<ImagerClient>(ImagerOptions{helperProgram(QStringLiteral("vitrine-imager"))});
    runtime->m_engine = std::make_unique<Engine>(EngineParts{clock, store, blobs, *runtime->m_images, profile.workFolder, {}, {}, profile.cacheFolder});
    return runtime;
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
