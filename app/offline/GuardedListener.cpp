#include "offline/GuardedListener.h"

#include "base/Json.h"
#include "offline/RequestGuard.h"

#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace vitrine {

namespace {

using namespace std::chrono_literals;

constexpr auto idleLimit = 120s;

QByteArray tooLarge(qint64 limit)
{
    const ApiError error{413, QStringLiteral("invalid_request_error"), QStringLiteral("request_too_large"),
                         QStringLiteral("The request is larger than %1 MB. Send fewer or smaller pictures.").arg(limit >> 20), {}};
    const QByteArray body = toJson(error.body());
    return "HTTP/1.1 413 Payload Too Large\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
           + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

// Counts what a client sends until something is sent back to it.
class RequestMeter final : public QObject
{
public:
    RequestMeter(QTcpSocket *socket, qint64 limit) : QObject(socket), m_socket(socket), m_limit(limit)
    {
        // Connected before QHttpServer's own slot, so bytesAvailable() is just what is new: that slot reads everything each time.
        connect(socket, &QTcpSocket::readyRead, this, [this] { received(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] { m_received = 0; m_idle.start(); });
        // After a malformed request QHttpServer 6.4 drops the socket's signals and forgets it; so a timer, not a signal, ends it.
        m_idle.setInterval(idleLimit);
        connect(&m_idle, &QTimer::timeout, this, [this] { m_socket->abort(); m_socket->deleteLater(); });
        m_idle.start();
    }

private:
    void received()
    {
        m_idle.start();
        m_received += m_socket->bytesAvailable();
        if (m_received <= m_limit)
            return;
        m_socket->write(tooLarge(m_limit));
        m_socket->flush();
        m_socket->abort();
    }

    QTcpSocket *m_socket;
    qint64 m_limit;
    qint64 m_received = 0;
    QTimer m_idle;
};

} // namespace

GuardedListener::GuardedListener(qint64 maxRequestBytes, QObject *parent) : QTcpServer(parent), m_maxRequestBytes(maxRequestBytes) {}

void GuardedListener::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>(this);
    if (!socket->setSocketDescriptor(descriptor) || m_connections >= maxConnections)
        return; // closes it
    ++m_connections;
    connect(socket.get(), &QObject::destroyed, this, [this] { --m_connections; });
    new RequestMeter(socket.get(), m_maxRequestBytes);
    addPendingConnection(socket.release());
}

} // namespace vitrine
