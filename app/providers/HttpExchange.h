#pragma once

#include "base/Error.h"
#include "providers/Credential.h"
#include "providers/HttpErrors.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace vitrine {

// How long to wait for what, and how much to take.
struct HttpLimits {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds notice{15'000};   // of silence, until the user is told
    std::chrono::milliseconds silence{120'000}; // without any byte, until we give up
    std::chrono::milliseconds thinking{3'600'000}; // with nothing but keep-alives, from a model that reasons
    qint64 bytes = 64 * 1024 * 1024;
    int redirects = 3;
};

struct HttpPost {
    QByteArray method = "POST"; // or GET, without a body
    QUrl url;
    QByteArray body;
    QByteArray accept;
    HttpHeaders headers;  // extra ones; like the key they never go to another host
    Credential credential;
    bool allowPlainHttp = false; // http to another machine than this one
    bool mayThink = false;       // HttpLimits::thinking holds
};

// One request and its streamed answer, redirects included. An answer with an error status is an answer: finished() is then a success.
// Lives on the engine thread. Nothing is emitted from inside of post(); after abort() and after finished() nothing is emitted any more.
class HttpExchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)

public:
    HttpExchange(QNetworkAccessManager &network, const HttpLimits &limits, QObject *parent = nullptr);
    ~HttpExchange() override;

    void post(const HttpPost &post);
    // Closes the connection at once.
    void abort();
    // Something came that is more than a sign of life.
    void noteProgress() { m_idle = {}; }

    int status() const { return m_status; } // 0: no answer yet
    const HttpHeaders &headers() const { return m_headers; }

signals:
    void headReceived();
    void bytesReceived(const QByteArray &bytes);
    void silent(std::chrono::milliseconds sinceLastByte); // every HttpLimits::notice
    // The body is complete, or the error says why not. `retryable` is set for a connection that broke.
    void finished(const vitrine::Done &result);

private:
    void send(const QUrl &url);
    void takeHead();
    void takeBytes();
    void takeEnd();
    bool followRedirect();
    void tick();
    void end(const Done &result);
    void giveUp(ErrorKind kind, const QString &message);

    QNetworkAccessManager &m_network;
    HttpLimits m_limits;
    HttpPost m_post;
    QNetworkReply *m_reply = nullptr;
    QTimer m_watch;
    QElapsedTimer m_sinceTick;
    std::chrono::milliseconds m_connecting{0};
    std::chrono::milliseconds m_silence{0}; // since the last byte in either direction
    std::chrono::milliseconds m_noticed{0};
    std::chrono::milliseconds m_idle{0}; // since the last progress
    HttpHeaders m_headers;
    qint64 m_received = 0;
    int m_status = 0;
    int m_redirects = 0;
    bool m_connected = false;
    bool m_ended = false;
};

} // namespace vitrine
