#include "providers/HttpExchange.h"

#include "base/Logging.h"
#include "providers/EnvironmentProxy.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace vitrine {

using namespace std::chrono_literals;

namespace {

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Secrets go only where the request was meant to go.
bool isHome(const QUrl &url, const QUrl &home)
{
    return Credential(home, {}).isFor(url);
}

Error transportError(QNetworkReply::NetworkError code, const QUrl &url, const QString &words)
{
    const QString host = url.port() > 0 ? QStringLiteral("%1:%2").arg(url.host()).arg(url.port()) : url.host();
    const auto error = [&](ErrorKind kind, const QString &sentence, bool retryable = false) {
        return Error{kind, sentence, Audience::User, redacted(words), retryable};
    };
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return error(ErrorKind::Network, HttpExchange::tr("Nothing answers at %1; check that the server runs and the address is right.").arg(host));
    case QNetworkReply::HostNotFoundError:
        return error(ErrorKind::Network, HttpExchange::tr("The host %1 was not found; check the address and the network.").arg(host));
    case QNetworkReply::SslHandshakeFailedError:
        return error(ErrorKind::Tls, HttpExchange::tr("The identity of %1 could not be verified, so nothing was sent (%2).").arg(host, redacted(words).section(QLatin1Char('\n'), 0, 0)));
    case QNetworkReply::TimeoutError:
        return error(ErrorKind::Timeout, HttpExchange::tr("%1 took too long to answer; try again.").arg(host));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return error(ErrorKind::Network, HttpExchange::tr("The proxy wants a user name and a password; put them into the proxy's address."));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return error(ErrorKind::Network, HttpExchange::tr("The proxy on the way to %1 cannot be used; check its address.").arg(host));
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return error(ErrorKind::Protocol, HttpExchange::tr("%1 does not speak HTTP as expected; check the address.").arg(host));
    default: // closed by the other side, a passing fault
        return error(ErrorKind::Network, HttpExchange::tr("The connection to %1 broke before the answer was complete; try again.").arg(host), true);
    }
}

// The reply failed, and not merely because the answer's status is an error.
bool isTransportError(QNetworkReply::NetworkError code)
{
    return code != QNetworkReply::NoError && (code < QNetworkReply::ContentAccessDenied || (code > QNetworkReply::UnknownContentError && code <= QNetworkReply::ProtocolFailure));
}

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &network, const HttpLimits &limits, QObject *parent)
    : QObject(parent), m_network(network), m_limits(limits)
{
    m_watch.setInterval(std::clamp(std::min({limits.connect, limits.notice, limits.silence}) / 10, 5ms, 1000ms));
    connect(&m_watch, &QTimer::timeout, this, &HttpExchange::tick);
}

HttpExchange::~HttpExchange()
{
    abort();
}

void HttpExchange::post(const HttpPost &post)
{
    m_post = post;
    m_sinceTick.start();
    m_watch.start();
    QMetaObject::invokeMethod(this, [this] { send(m_post.url); }, Qt::QueuedConnection);
}

void HttpExchange::abort()
{
    m_ended = true;
    m_watch.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpExchange::send(const QUrl &url)
{
    if (m_ended)
        return;
    if (url.scheme() != QLatin1String("https") && (url.scheme() != QLatin1String("http") || url.host().isEmpty())) {
        giveUp(ErrorKind::InvalidRequest, tr("The address of the provider is not a web address; it begins with https://."));
        return;
    }
    if (url.scheme() == QLatin1String("http") && !isLoopback(url) && !m_post.allowPlainHttp) {
        giveUp(ErrorKind::Tls, tr("The address http://%1 is not encrypted; use https, or allow it for this provider if the network is your own.").arg(url.host()));
        return;
    }
    QNetworkRequest request(url);
    const bool isGet = m_post.method == "GET";
    if (!isGet)
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setRawHeader("Accept", m_post.accept);
    // Also turns Qt's own unpacking off: nothing we talk to has to send a few bytes that become gigabytes.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "vitrine/" VITRINE_VERSION);
    if (isHome(url, m_post.url)) {
        for (const auto &[name, value] : m_post.headers)
            request.setRawHeader(name, value);
    }
    if (const QByteArray key = m_post.credential.headerValueFor(url); !key.isEmpty())
        request.setRawHeader(m_post.credential.headerName(), key);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // A reader that is slower than the network must slow the sender down; Qt does that for HTTP/1.1 only.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);

    m_connected = false;
    m_connecting = m_silence = m_noticed = m_idle = 0ms;
    m_status = 0;
    m_reply = isGet ? m_network.get(request) : m_network.post(request, m_post.body);
    m_reply->setReadBufferSize(1024 * 1024);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        m_connected = m_connected || sent > 0;
        m_silence = m_noticed = 0ms;
    });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_connected = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::takeEnd);
}

void HttpExchange::takeHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_ended || status < 200 || m_status != 0)
        return;
    m_connected = true;
    m_silence = m_noticed = m_idle = 0ms;
    m_status = status;
    m_headers = m_reply->rawHeaderPairs();
    if (!isRedirect(m_status))
        emit headReceived();
}

void HttpExchange::takeBytes()
{
    if (m_ended || !m_reply)
        return;
    m_silence = m_noticed = 0ms;
    if (m_status == 0)
        takeHead();
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    if (m_received > m_limits.bytes) {
        giveUp(ErrorKind::Protocol, tr("The answer is larger than %1 MB and was cut off; something is wrong with the server.").arg(m_limits.bytes / (1024 * 1024)));
        return;
    }
    if (!bytes.isEmpty() && !isRedirect(m_status))
        emit bytesReceived(bytes);
}

void HttpExchange::takeEnd()
{
    while (!m_ended && m_reply && m_reply->bytesAvailable() > 0)
        takeBytes();
    if (m_ended || !m_reply)
        return;
    const QNetworkReply::NetworkError code = m_reply->error();
    if (isTransportError(code)) {
        end(tl::unexpected(transportError(code, m_reply->url(), m_reply->errorString())));
        return;
    }
    if (m_status == 0)
        takeHead();
    if (m_ended || (isRedirect(m_status) && followRedirect()))
        return;
    end({});
}

bool HttpExchange::followRedirect()
{
    const QUrl from = m_reply->url();
    const QUrl to = from.resolved(QUrl::fromEncoded(headerValue(m_headers, "location")));
    std::exchange(m_reply, nullptr)->deleteLater();
    if (m_status == 303 || to == from || !to.isValid() || to.host().isEmpty()) {
        giveUp(ErrorKind::Protocol, tr("The server sends us elsewhere in a way that cannot be followed; check the base URL of the provider."));
    } else if (from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https")) {
        giveUp(ErrorKind::Tls, tr("The server sends us to an address that is not encrypted; check the base URL of the provider."));
    } else if (++m_redirects > m_limits.redirects) {
        giveUp(ErrorKind::Protocol, tr("The server sends us from one address to the next without end; check the base URL of the provider."));
    } else {
        send(to);
    }
    return true;
}

void HttpExchange::tick()
{
    // After the machine slept the clock has moved on although nobody had a chance to send anything: that time does not count.
    const std::chrono::milliseconds passed = std::min<std::chrono::milliseconds>(std::chrono::milliseconds(m_sinceTick.restart()), m_watch.intervalAsDuration() * 3);
    m_silence += passed;
    m_noticed += passed;
    m_idle += passed;
    if (!m_connected) {
        m_connecting += passed;
        if (m_connecting >= m_limits.connect) {
            giveUp(ErrorKind::Timeout, tr("%1 could not be reached within %2 s; check the address and the network.").arg(m_post.url.host()).arg(m_limits.connect.count() / 1000));
            return;
        }
    }
    const std::chrono::milliseconds patience = m_post.mayThink ? std::max(m_limits.thinking, m_limits.silence) : m_limits.silence;
    if (m_silence >= m_limits.silence || m_idle >= patience) {
        giveUp(ErrorKind::Timeout, tr("Nothing has arrived for %1 s, so the connection was closed; try again.").arg(std::max(m_silence, m_idle).count() / 1000));
        return;
    }
    if (m_noticed >= m_limits.notice) {
        m_noticed = 0ms;
        emit silent(m_silence);
    }
}

void HttpExchange::giveUp(ErrorKind kind, const QString &message)
{
    end(fail(kind, message));
}

void HttpExchange::end(const Done &result)
{
    if (m_ended)
        return;
    abort();
    emit finished(result);
}

} // namespace vitrine
