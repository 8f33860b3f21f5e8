#include "sandbox/FolderSnapshot.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <functional>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vitrine {

namespace {

using Visitor = std::function<void(const QByteArray &path, const struct stat &facts)>;

class Walk
{
public:
    explicit Walk(Visitor visitor)
        : m_visitor(std::move(visitor))
    {
    }

    // Takes the descriptor over. False when something was left out.
    bool folder(int fd, const QByteArray &prefix, int depth)
    {
        DIR *directory = fdopendir(fd);
        if (!directory) {
            ::close(fd);
            return false;
        }
        bool complete = true;
        while (const dirent *entry = readdir(directory)) {
            const QByteArray name(entry->d_name);
            if (name == "." || name == "..")
                continue;
            if (++m_entries > FolderSnapshot::maxEntries) {
                complete = false;
                break;
            }
            complete &= this->entry(dirfd(directory), prefix + name, name, depth);
        }
        closedir(directory);
        return complete;
    }

private:
    bool entry(int parent, const QByteArray &path, const QByteArray &name, int depth)
    {
        struct stat facts {
        };
        if (fstatat(parent, name.constData(), &facts, AT_SYMLINK_NOFOLLOW) != 0)
            return true; // gone again
        m_visitor(path, facts);
        if (!S_ISDIR(facts.st_mode))
            return true;
        if (depth >= FolderSnapshot::maxDepth)
            return false;
        const int child = openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
        return child < 0 || folder(child, path + '/', depth + 1);
    }

    Visitor m_visitor;
    int m_entries = 0;
};

bool walk(const QString &path, Visitor visitor)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd >= 0 && Walk(std::move(visitor)).folder(fd, {}, 0);
}

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

FolderSnapshot FolderSnapshot::take(const QString &folder)
{
    FolderSnapshot snapshot;
    snapshot.complete = walk(folder, [&snapshot](const QByteArray &path, const struct stat &facts) {
        snapshot.bytesOnDisk += qint64(facts.st_blocks) * 512;
        if (S_ISREG(facts.st_mode))
            snapshot.files.insert(path, {facts.st_size, nanoseconds(facts.st_mtim), nanoseconds(facts.st_ctim), facts.st_ino});
    });
    return snapshot;
}

QStringList changedFiles(const FolderSnapshot &before, const FolderSnapshot &after)
{
    QStringList changed;
    for (auto it = after.files.cbegin(); it != after.files.cend(); ++it) {
        const auto known = before.files.constFind(it.key());
        if (known != before.files.cend() && *known == *it)
            continue;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString name = decoder(it.key());
        if (!decoder.hasError())
            changed.append(name);
    }
    std::sort(changed.begin(), changed.end());
    return changed;
}

QStringList socketsIn(const QString &folder)
{
    QStringList sockets;
    walk(folder, [&sockets](const QByteArray &path, const struct stat &facts) {
        if (S_ISSOCK(facts.st_mode))
            sockets.append(QFile::decodeName(path));
    });
    return sockets;
}

Result<Descriptor> openRegularFile(const QString &folder, const QString &relativePath)
{
    const auto refused = [&relativePath] {
        return fail(ErrorKind::Io,
                    QCoreApplication::translate("Sandbox", "%1 is not a plain file that can be read; it was left out.")
                        .arg(relativePath));
    };
    const Descriptor base(::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    open_how how{};
    how.flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    Descriptor file(int(syscall(SYS_openat2, base.get(), QFile::encodeName(relativePath).constData(), &how, sizeof how)));
    struct stat facts {
    };
    if (!file.isOpen() || fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return refused();
    return file;
}

} // namespace vitrine
