#include "connections/KeyFile.h"

#include "base/Json.h"
#include "connections/KeyText.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr int version = 1;
constexpr int lockWaitMs = 1000;
constexpr qint64 largestFile = 4 * 1024 * 1024;

// Where translators find these sentences.
struct KeyFiles {
    Q_DECLARE_TR_FUNCTIONS(KeyFiles)
};

bool isPrivate(const struct stat &facts)
{
    return facts.st_uid == geteuid() && (facts.st_mode & 077) == 0;
}

Done checkFolder(const QString &folder)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(folder).constData(), &facts) != 0 || !isPrivate(facts))
        return fail(ErrorKind::Permission, KeyFiles::tr("Others can look into the folder %1, so no key is kept there; run chmod 700 on it.").arg(folder));
    return {};
}

tl::unexpected<Error> damaged(const QString &path)
{
    return fail(ErrorKind::Storage, KeyFiles::tr("The key file %1 is damaged; move it away and enter the keys again.").arg(path));
}

} // namespace

KeyFile::KeyFile(QString path)
    : m_path(std::move(path))
{
}

Result<QJsonObject> KeyFile::load() const
{
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT)
        return QJsonObject();
    QFile file;
    struct stat facts = {};
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) || ::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(ErrorKind::Io, KeyFiles::tr("The key file %1 cannot be read.").arg(m_path));
    if (!isPrivate(facts))
        return fail(ErrorKind::Permission, KeyFiles::tr("Others can read the key file %1, so it is not used; replace the keys in it, and run chmod 600 on it.").arg(m_path));
    QByteArray text = file.read(largestFile);
    const Result<QJsonObject> root = parseJsonObject(text);
    wipe(text);
    if (!root || !root->value(QLatin1String("keys")).isObject())
        return damaged(m_path);
    if (root->value(QLatin1String("version")).toInt(version) > version)
        return fail(ErrorKind::Storage, KeyFiles::tr("The key file %1 comes from a newer version of the program; use that one.").arg(m_path));
    return root->value(QLatin1String("keys")).toObject();
}

Result<std::optional<BoundKey>> KeyFile::read(const QString &entry) const
{
    const Result<QJsonObject> keys = load();
    if (!keys)
        return tl::unexpected(keys.error());
    const QJsonObject found = keys->value(entry).toObject();
    const BoundKey key{found.value(QLatin1String("endpoint")).toString(), found.value(QLatin1String("key")).toString().toUtf8()};
    return key.isEmpty() ? std::nullopt : std::optional<BoundKey>(key);
}

Done KeyFile::write(const QString &entry, const BoundKey &key) const
{
    if (const Done folder = checkFolder(QFileInfo(m_path).path()); !folder)
        return folder;
    QLockFile lock(m_path + QLatin1String(".lock"));
    if (!lock.tryLock(lockWaitMs))
        return fail(ErrorKind::Io, KeyFiles::tr("Another program is just changing the keys; try again."));
    Result<QJsonObject> keys = load();
    if (!keys)
        return tl::unexpected(keys.error());
    keys->insert(entry, QJsonObject{{"endpoint", key.endpoint}, {"key", QString::fromUtf8(key.secret)}});
    return save(*keys);
}

Done KeyFile::remove(const QString &entry) const
{
    QLockFile lock(m_path + QLatin1String(".lock"));
    if (!lock.tryLock(lockWaitMs))
        return fail(ErrorKind::Io, KeyFiles::tr("Another program is just changing the keys; try again."));
    Result<QJsonObject> keys = load();
    if (!keys)
        return tl::unexpected(keys.error());
    if (!keys->contains(entry))
        return {};
    keys->remove(entry);
    if (!keys->isEmpty())
        return save(*keys);
    if (!QFile::remove(m_path))
        return fail(ErrorKind::Io, KeyFiles::tr("The key file %1 cannot be removed.").arg(m_path));
    return {};
}

Done KeyFile::save(const QJsonObject &keys) const
{
    QSaveFile file(m_path);
    QByteArray text = toJson(QJsonObject{{"version", version}, {"keys", keys}});
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text) == text.size() && file.commit();
    wipe(text);
    if (!saved)
        return fail(ErrorKind::Io, KeyFiles::tr("The keys cannot be saved in %1: %2.").arg(m_path, file.errorString()));
    return {};
}

} // namespace vitrine
