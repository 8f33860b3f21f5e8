#include "base/Profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <sys/stat.h>

namespace vitrine {

namespace {

Done makePrivate(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (!QDir().mkpath(folder) || ::chmod(path.constData(), 0700) != 0)
        return fail(ErrorKind::Io, QCoreApplication::translate("Profile", "The folder %1 cannot be made or kept private; choose another with VITRINE_PROFILE.").arg(folder));
    return {};
}

} // namespace

Result<Profile> openProfile()
{
    Profile profile;
    QString settings;
    const QString chosen = qEnvironmentVariable("VITRINE_PROFILE");
    if (!chosen.isEmpty()) {
        settings = QDir(chosen).absolutePath();
        profile.dataFolder = settings + QLatin1String("/data");
        profile.cacheFolder = settings + QLatin1String("/cache");
    } else {
        const auto place = [](QStandardPaths::StandardLocation location) {
            return QStandardPaths::writableLocation(location) + QLatin1String("/vitrine");
        };
        settings = place(QStandardPaths::GenericConfigLocation);
        profile.dataFolder = place(QStandardPaths::GenericDataLocation);
        profile.cacheFolder = place(QStandardPaths::GenericCacheLocation);
    }
    profile.settingsFile = settings + QLatin1String("/settings.json");
    profile.blobFolder = profile.dataFolder + QLatin1String("/blobs");
    profile.workFolder = profile.dataFolder + QLatin1String("/work");
    for (const QString &folder : {settings, profile.dataFolder, profile.cacheFolder, profile.blobFolder, profile.workFolder}) {
        if (const Done made = makePrivate(folder); !made)
            return tl::unexpected(made.error());
    }
    return profile;
}

} // namespace vitrine
