#include "start/SingleInstance.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSocketNotifier>

#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr qsizetype mostBytes = 100'000; // of one packet; the kernel's default buffer is twice that

sockaddr_un socketAddress(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof(address.sun_path) - 1);
    return address;
}

} // namespace

SingleInstance::SingleInstance(QString dataFolder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(dataFolder))
{
}

SingleInstance::~SingleInstance()
{
    if (m_socket >= 0) {
        ::unlink(address().constData());
        ::close(m_socket);
    }
    if (m_lock >= 0)
        ::close(m_lock);
}

// The path of a socket holds 107 bytes, so a profile that lies deep gets one in the runtime folder.
QByteArray SingleInstance::address() const
{
    const QByteArray own = QFile::encodeName(m_folder) + "/window.socket";
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    if (own.size() < qsizetype(sizeof(sockaddr_un::sun_path)) || runtime.isEmpty())
        return own;
    return runtime + "/vitrine-" + QCryptographicHash::hash(own, QCryptographicHash::Sha256).toHex().left(16);
}

Result<SingleInstance::Role> SingleInstance::begin(const QStringList &files)
{
    const QByteArray lock = QFile::encodeName(m_folder) + "/window.lock";
    m_lock = ::open(lock.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_lock < 0)
        return fail(ErrorKind::Io, tr("The profile %1 cannot be written.").arg(m_folder), QString::fromLocal8Bit(std::strerror(errno)));
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0) {
        listen();
        return Role::First;
    }
    if (handOver(files))
        return Role::HandedOver;
    return fail(ErrorKind::Io, tr("Another window of this profile is open but does not answer; close it, or choose another profile with VITRINE_PROFILE."));
}

void SingleInstance::listen()
{
    const QByteArray path = address();
    ::unlink(path.constData()); // the lock is ours, so nobody listens there
    m_socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const sockaddr_un where = socketAddress(path);
    const mode_t before = ::umask(0177);
    const bool bound = m_socket >= 0 && ::bind(m_socket, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0 && ::listen(m_socket, 8) == 0;
    ::umask(before);
    if (!bound)
        return; // without it a second window cannot be handed over, nothing else is lost
    m_notifier = new QSocketNotifier(m_socket, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SingleInstance::accept);
}

// In the second process, which has nothing else to do.
bool SingleInstance::handOver(const QStringList &files) const
{
    const int socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const timeval second{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &second, sizeof second);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
    const sockaddr_un where = socketAddress(address());
    const QByteArray message = "open\n" + files.join(QChar(u'\0')).toUtf8().left(mostBytes - 8);
    char reply = 0;
    const bool done = ::connect(socket, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0
        && ::send(socket, message.constData(), size_t(message.size()), MSG_NOSIGNAL) == message.size() && ::recv(socket, &reply, 1, 0) == 1;
    ::close(socket);
    return done;
}

void SingleInstance::accept()
{
    const int client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0)
        return;
    // The sender writes at once; who does not is left alone.
    pollfd ready{client, POLLIN, 0};
    QByteArray message(mostBytes, Qt::Uninitialized);
    const ssize_t length = ::poll(&ready, 1, 100) == 1 ? ::recv(client, message.data(), size_t(message.size()), MSG_DONTWAIT) : 0;
    message.truncate(qMax<ssize_t>(0, length));
    if (length > 0) {
        const char ok = '.';
        [[maybe_unused]] const ssize_t sent = ::send(client, &ok, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    ::close(client);
    if (message.startsWith("open\n"))
        emit activated(QString::fromUtf8(message.mid(5)).split(QChar(u'\0'), Qt::SkipEmptyParts));
}

} // namespace vitrine
