#pragma once

#include <QTcpServer>

namespace vitrine {

// Accepts connections for a QHttpServer, which itself sets no limit: a request may not be larger than `maxRequestBytes` (it is
// answered with 413 and cut), and only so many connections stay open at a time.
class GuardedListener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuardedListener)

public:
    static constexpr int maxConnections = 64;

    explicit GuardedListener(qint64 maxRequestBytes, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    qint64 m_maxRequestBytes;
    int m_connections = 0;
};

} // namespace vitrine
