#pragma once

#include "base/Error.h"
#include "connections/BoundKey.h"
#include "providers/HttpErrors.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace vitrine {

struct GetLimits {
    std::chrono::milliseconds connect{10'000}; // until the request is on its way
    std::chrono::milliseconds whole{30'000};   // until the body is complete
    qint64 bytes = 8 * 1024 * 1024;
};

struct GetRequest {
    QUrl url;
    HttpHeaders headers;
    BoundKey key;         // sent only when `url` is at its endpoint
    QByteArray keyHeader; // "Authorization", "x-api-key" ...
    bool allowPlainHttp = false; // http to another machine than this one
    QUrl proxy;                  // empty: as the environment says
    GetLimits limits;
};

struct GetAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
};

// One GET and its whole answer, for look-ups that are small. An answer with an error status is an answer. Redirects are followed within the
// same scheme, host and port only. Certificates are those of the system and always have to be right. Lives on one thread.
class HttpGet final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpGet)

public:
    using Callback = std::function<void(const Result<GetAnswer> &)>;

    // `network` must outlive this, is of the same thread, and gets the proxy of the newest request.
    explicit HttpGet(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~HttpGet() override;

    // `done` is called later and once; not after this object is gone. One request at a time.
    void get(const GetRequest &request, Callback done);

private:
    void send(const QUrl &url);
    void takeBytes();
    void takeEnd();
    bool followRedirect(const GetAnswer &answer);
    void end(const Result<GetAnswer> &result);

    QNetworkAccessManager &m_network;
    GetRequest m_request;
    Callback m_done;
    QNetworkReply *m_reply = nullptr;
    QTimer m_connecting;
    QTimer m_whole;
    QByteArray m_body;
    int m_redirects = 0;
};

} // namespace vitrine
