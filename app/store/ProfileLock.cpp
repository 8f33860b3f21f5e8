#include "store/ProfileLock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr int waitMs = 5000;
constexpr int stepMs = 20;

// One byte of the file for each of the two meanings.
constexpr off_t openingByte = 0;
constexpr off_t usingByte = 1;

// Locks of an open file description (F_OFD_SETLK): unlike classic ones they also hold between two stores of one process.
bool lock(int fd, short type, off_t byte)
{
    struct flock request = {};
    request.l_type = type;
    request.l_whence = SEEK_SET;
    request.l_start = byte;
    request.l_len = 1;
    if (fcntl(fd, F_OFD_SETLK, &request) == 0)
        return true;
    // A file system without locks: SQLite's own must do.
    return errno != EAGAIN && errno != EACCES;
}

} // namespace

Result<std::unique_ptr<ProfileLock>> ProfileLock::beginOpening(const QString &folder)
{
    const QString path = folder + QStringLiteral("/conversations.lock");
    const int fd = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return fail(ErrorKind::Storage, QCoreApplication::translate("Store", "The profile folder %1 cannot be written; make it writable or choose another one.").arg(folder));
    std::unique_ptr<ProfileLock> result(new ProfileLock(fd));
    for (int waited = 0; !lock(fd, F_WRLCK, openingByte); waited += stepMs) {
        if (waited >= waitMs) {
            Error error{ErrorKind::Storage, QCoreApplication::translate("Store", "The store of conversations is busy: another program is opening it. Try again."), Audience::User, path, true};
            return tl::unexpected(error);
        }
        poll(nullptr, 0, stepMs); // the same wait as SQLite's busy timeout
    }
    return result;
}

ProfileLock::ProfileLock(int fd)
    : m_fd(fd)
{
}

ProfileLock::~ProfileLock()
{
    ::close(m_fd);
}

bool ProfileLock::isAlone() const
{
    if (!lock(m_fd, F_WRLCK, usingByte))
        return false;
    lock(m_fd, F_UNLCK, usingByte);
    return true;
}

void ProfileLock::endOpening()
{
    lock(m_fd, F_RDLCK, usingByte);
    lock(m_fd, F_UNLCK, openingByte);
}

} // namespace vitrine
