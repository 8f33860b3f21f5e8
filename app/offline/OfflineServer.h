#pragma once

#include "base/Clock.h"
#include "base/Error.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>

namespace vitrine {

// The offline assistant behind a local HTTP server that speaks the Responses API (POST /v1/responses, streamed or not, and
// GET /v1/models). Loopback only; every request needs the token. Keeps nothing between requests. Lives on one thread.
class OfflineServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OfflineServer)

public:
    static constexpr qint64 maxRequestBytes = 64LL << 20;
    static QString modelName(); // "vitrine-offline"

    explicit OfflineServer(const Clock &clock, QObject *parent = nullptr);
    ~OfflineServer() override;

    // Port 0 takes a free one. Fails when the port is taken.
    Done listen(quint16 port = 0);
    quint16 port() const;
    QUrl baseUrl() const;      // http://127.0.0.1:PORT/v1
    QByteArray token() const;  // for "Authorization: Bearer"; new with every object

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vitrine
