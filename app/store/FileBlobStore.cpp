#include "store/FileBlobStore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr qint64 chunkBytes = 256 << 10;
constexpr qint64 staleAfterSeconds = 3600; // no copy takes that long; what is older was left by a process that died

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FileBlobStore)
};

class Descriptor
{
    Q_DISABLE_COPY_MOVE(Descriptor)

public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    operator int() const { return m_fd; }

private:
    int m_fd;
};

QString reasonOf(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

tl::unexpected<Error> cannotKeep(int number)
{
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return fail(ErrorKind::Storage, Text::tr("The disk is full; make room and try again."), reasonOf(number));
    return fail(ErrorKind::Storage, Text::tr("The file could not be kept in the profile folder (%1).").arg(reasonOf(number)));
}

// The name is part of a path, and it may come from a damaged or imported conversation.
bool isName(const QString &sha256)
{
    return sha256.size() == 64 && std::all_of(sha256.cbegin(), sha256.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QByteArray placeOf(const QString &folder, const QString &sha256)
{
    return QFile::encodeName(folder + u'/' + sha256.left(2) + u'/' + sha256.mid(2));
}

bool isThere(const QByteArray &path, qint64 size)
{
    struct stat info = {};
    return lstat(path.constData(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size == size;
}

bool writeAll(int fd, const char *bytes, qint64 size)
{
    while (size > 0) {
        const ssize_t written = ::write(fd, bytes, size_t(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= written;
    }
    return true;
}

void syncFolder(const QByteArray &path)
{
    const Descriptor folder(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder >= 0)
        fsync(folder);
}

// A file that is being written under a name of its own. Removed unless it was moved to its place.
class NewFile
{
    Q_DISABLE_COPY_MOVE(NewFile)

public:
    explicit NewFile(const QString &folder)
        : m_name(QFile::encodeName(folder) + "/new-XXXXXX")
        , m_fd(mkostemp(m_name.data(), O_CLOEXEC)) // mode 0600
    {
    }
    ~NewFile()
    {
        if (m_fd >= 0 && !m_moved)
            ::unlink(m_name.constData());
    }

    bool isOpen() const { return m_fd >= 0; }
    bool write(const char *bytes, qint64 size) { return writeAll(m_fd, bytes, size); }
    // Durable at `place` when it returns 0, else errno.
    int moveTo(const QByteArray &place)
    {
        const QByteArray shard = place.left(place.lastIndexOf('/'));
        const bool isNewShard = mkdir(shard.constData(), 0700) == 0;
        if (!isNewShard && errno != EEXIST)
            return errno;
        if (fsync(m_fd) != 0 || std::rename(m_name.constData(), place.constData()) != 0)
            return errno;
        m_moved = true;
        syncFolder(shard);
        if (isNewShard)
            syncFolder(shard.left(shard.lastIndexOf('/')));
        return 0;
    }

private:
    QByteArray m_name;
    Descriptor m_fd;
    bool m_moved = false;
};

void removeStale(const QString &folder)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-staleAfterSeconds);
    const QFileInfoList left = QDir(folder).entryInfoList({QStringLiteral("new-*")}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : left) {
        if (file.lastModified() < limit)
            QFile::remove(file.filePath());
    }
}

tl::unexpected<Error> damaged(const BlobRef &ref)
{
    return fail(ErrorKind::Storage, Text::tr("A stored file is missing or damaged; it cannot be shown."), ref.sha256.left(64));
}

} // namespace

Result<std::unique_ptr<FileBlobStore>> FileBlobStore::open(const QString &folder)
{
    const QString above = QFileInfo(folder).absolutePath();
    if (!QDir().mkpath(above) || (mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && !QFileInfo(folder).isDir()))
        return fail(ErrorKind::Storage, Text::tr("The folder %1 for files could not be made; check the folder above it.").arg(folder));
    removeStale(folder);
    return std::unique_ptr<FileBlobStore>(new FileBlobStore(folder));
}

FileBlobStore::FileBlobStore(QString folder)
    : m_folder(std::move(folder))
{
}

Result<QByteArray> FileBlobStore::read(const BlobRef &ref, qint64 offset, qint64 length) const
{
    if (!isName(ref.sha256) || ref.size < 0 || offset < 0)
        return damaged(ref);
    const Descriptor file(::open(placeOf(m_folder, ref.sha256).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat info = {};
    if (file < 0 || fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size != ref.size)
        return damaged(ref);
    const qint64 rest = std::max<qint64>(0, ref.size - offset);
    const qint64 wanted = length < 0 ? rest : std::min(length, rest);
    QByteArray bytes(wanted, Qt::Uninitialized);
    for (qint64 done = 0; done < wanted;) {
        const ssize_t got = pread(file, bytes.data() + done, size_t(wanted - done), off_t(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return damaged(ref);
        done += got;
    }
    const bool isWhole = wanted == ref.size;
    if (isWhole && QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != ref.sha256.toLatin1())
        return damaged(ref);
    return bytes;
}

Result<QString> FileBlobStore::path(const BlobRef &ref) const
{
    if (!isName(ref.sha256) || !isThere(placeOf(m_folder, ref.sha256), ref.size))
        return damaged(ref);
    return QFile::decodeName(placeOf(m_folder, ref.sha256));
}

Result<BlobRef> FileBlobStore::put(const QByteArray &bytes, const QString &mime)
{
    const BlobRef ref{QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), bytes.size(), mime};
    const QByteArray place = placeOf(m_folder, ref.sha256);
    if (isThere(place, ref.size))
        return ref;
    NewFile file(m_folder);
    if (!file.isOpen() || !file.write(bytes.constData(), bytes.size()))
        return cannotKeep(errno);
    if (const int number = file.moveTo(place); number != 0)
        return cannotKeep(number);
    return ref;
}

Result<BlobRef> FileBlobStore::putFile(const QString &filePath, const QString &mime, qint64 maxBytes)
{
    const QString name = QFileInfo(filePath).fileName();
    const auto tooLarge = [&] {
        return fail(ErrorKind::Io, Text::tr("%1 is larger than %2 and was not taken.").arg(name, QLocale().formattedDataSize(maxBytes)));
    };
    // Without O_NONBLOCK opening a pipe would wait for somebody to write into it.
    const Descriptor source(::open(QFile::encodeName(filePath).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (source < 0)
        return fail(ErrorKind::Io, Text::tr("%1 cannot be read (%2).").arg(name, reasonOf(errno)));
    struct stat info = {};
    if (fstat(source, &info) != 0 || !S_ISREG(info.st_mode))
        return fail(ErrorKind::Io, S_ISDIR(info.st_mode) ? Text::tr("%1 is a folder; choose the files in it.").arg(name) : Text::tr("%1 is not a regular file and was not taken.").arg(name));
    if (info.st_size > maxBytes)
        return tooLarge();

    NewFile file(m_folder);
    if (!file.isOpen())
        return cannotKeep(errno);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    qint64 size = 0;
    while (true) {
        const ssize_t got = ::read(source, chunk.data(), size_t(chunk.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorKind::Io, Text::tr("%1 cannot be read (%2).").arg(name, reasonOf(errno)));
        if (got == 0)
            break;
        size += got; // counted, since a file may grow while it is read
        if (size > maxBytes)
            return tooLarge();
        hash.addData(QByteArrayView(chunk.constData(), got));
        if (!file.write(chunk.constData(), got))
            return cannotKeep(errno);
    }
    const BlobRef ref{QString::fromLatin1(hash.result().toHex()), size, mime};
    const QByteArray place = placeOf(m_folder, ref.sha256);
    if (isThere(place, size))
        return ref;
    if (const int number = file.moveTo(place); number != 0)
        return cannotKeep(number);
    return ref;
}

} // namespace vitrine
