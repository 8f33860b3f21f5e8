#include "connections/HttpGet.h"

#include "base/Logging.h"
#include "connections/Connection.h"
#include "connections/KeyText.h"
#include "providers/EnvironmentProxy.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcessEnvironment>

#include <utility>

namespace vitrine {

namespace {

constexpr int mostRedirects = 3;

QString placeOf(const QUrl &url)
{
    return url.port() > 0 ? QStringLiteral("%1:%2").arg(url.host()).arg(url.port()) : url.host();
}

Error transportError(const QNetworkReply &reply)
{
    const QString place = placeOf(reply.url());
    const QString words = redacted(reply.errorString());
    const auto error = [&words](ErrorKind kind, const QString &sentence) { return Error{kind, sentence, Audience::User, words, kind == ErrorKind::Network || kind == ErrorKind::Timeout}; };
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return error(ErrorKind::Network, HttpGet::tr("Nothing answers at %1; check that the server runs and the address is right.").arg(place));
    case QNetworkReply::HostNotFoundError:
        return error(ErrorKind::Network, HttpGet::tr("The host %1 was not found; check the address and the network.").arg(place));
    case QNetworkReply::SslHandshakeFailedError:
        return error(ErrorKind::Tls, HttpGet::tr("The identity of %1 could not be verified, so nothing was sent (%2).").arg(place, words.section(QLatin1Char('\n'), 0, 0)));
    case QNetworkReply::TimeoutError:
        return error(ErrorKind::Timeout, HttpGet::tr("%1 took too long to answer; try again.").arg(place));
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return error(ErrorKind::Protocol, HttpGet::tr("%1 does not speak HTTP as expected; check the address.").arg(place));
    default:
        break;
    }
    if (reply.error() > QNetworkReply::UnknownNetworkError && reply.error() <= QNetworkReply::UnknownProxyError)
        return error(ErrorKind::Network, HttpGet::tr("The proxy on the way to %1 cannot be used; check its address.").arg(place));
    return error(ErrorKind::Network, HttpGet::tr("The connection to %1 broke before the answer was complete; try again.").arg(place));
}

// The reply failed, and not merely because the answer's status is an error.
bool isTransportError(QNetworkReply::NetworkError code)
{
    return code != QNetworkReply::NoError && (code < QNetworkReply::ContentAccessDenied || (code > QNetworkReply::UnknownContentError && code <= QNetworkReply::ProtocolFailure));
}

QNetworkRequest requestFor(const GetRequest &get, const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    // Also turns Qt's own unpacking off: a few bytes must not become gigabytes.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "vitrine/" VITRINE_VERSION);
    for (const auto &[name, value] : get.headers)
        request.setRawHeader(name, value);
    if (!get.key.isEmpty() && get.key.endpoint == endpointOf(url))
        request.setRawHeader(get.keyHeader, keyHeaderValue(get.keyHeader, get.key.secret));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

} // namespace

HttpGet::HttpGet(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_network(network)
{
    m_connecting.setSingleShot(true);
    m_whole.setSingleShot(true);
    connect(&m_connecting, &QTimer::timeout, this, [this] { end(fail(ErrorKind::Timeout, tr("%1 could not be reached in time; check the address and the network.").arg(placeOf(m_request.url)))); });
    connect(&m_whole, &QTimer::timeout, this, [this] { end(fail(ErrorKind::Timeout, tr("%1 took too long to answer; try again.").arg(placeOf(m_request.url)))); });
}

HttpGet::~HttpGet()
{
    m_done = nullptr;
    end({});
}

void HttpGet::get(const GetRequest &request, Callback done)
{
    m_request = request;
    m_done = std::move(done);
    m_redirects = 0;
    if (request.proxy.isEmpty()) {
        m_network.setProxyFactory(new EnvironmentProxyFactory);
    } else {
        // The same rules as for the environment's: never for this machine itself.
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("http_proxy"), request.proxy.toString(QUrl::FullyEncoded));
        environment.insert(QStringLiteral("https_proxy"), request.proxy.toString(QUrl::FullyEncoded));
        m_network.setProxy(proxyFor(request.url, environment));
    }
    m_whole.start(request.limits.whole);
    QMetaObject::invokeMethod(this, [this] { send(m_request.url); }, Qt::QueuedConnection);
}

void HttpGet::send(const QUrl &url)
{
    if (!m_done)
        return;
    QUrl address = url.adjusted(QUrl::RemoveQuery);
    if (const Done fine = checkBaseUrl(address, m_request.allowPlainHttp); !fine)
        return end(tl::unexpected(fine.error()));
    m_body.clear();
    m_reply = m_network.get(requestFor(m_request, url));
    m_reply->setReadBufferSize(1024 * 1024);
    m_connecting.start(m_request.limits.connect);
    connect(m_reply, &QNetworkReply::requestSent, &m_connecting, &QTimer::stop);
    connect(m_reply, &QNetworkReply::metaDataChanged, &m_connecting, &QTimer::stop);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpGet::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpGet::takeEnd);
}

void HttpGet::takeBytes()
{
    if (!m_reply)
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.limits.bytes)
        end(fail(ErrorKind::Protocol, tr("The answer of %1 is larger than %2 MB and was cut off; something is wrong with the server.").arg(placeOf(m_request.url)).arg(m_request.limits.bytes / (1024 * 1024))));
}

void HttpGet::takeEnd()
{
    while (m_reply && m_reply->bytesAvailable() > 0)
        takeBytes();
    if (!m_reply)
        return;
    if (isTransportError(m_reply->error()))
        return end(tl::unexpected(transportError(*m_reply)));
    const GetAnswer answer{m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), m_reply->rawHeaderPairs(), m_body};
    if (!followRedirect(answer))
        end(answer);
}

bool HttpGet::followRedirect(const GetAnswer &answer)
{
    if (answer.status < 300 || answer.status >= 400 || headerValue(answer.headers, "location").isEmpty())
        return false;
    const QUrl from = m_reply->url();
    const QUrl to = from.resolved(QUrl::fromEncoded(headerValue(answer.headers, "location")));
    if (endpointOf(to) != endpointOf(m_request.url)) {
        end(fail(ErrorKind::Protocol, tr("%1 sends us on to %2, which was not followed; if that is right, make it the base URL.").arg(placeOf(from), to.host().isEmpty() ? tr("an address that makes no sense") : to.host())));
    } else if (to == from || ++m_redirects > mostRedirects) {
        end(fail(ErrorKind::Protocol, tr("%1 sends us from one address to the next without end; check the base URL.").arg(placeOf(from))));
    } else {
        std::exchange(m_reply, nullptr)->deleteLater();
        send(to);
    }
    return true;
}

void HttpGet::end(const Result<GetAnswer> &result)
{
    m_connecting.stop();
    m_whole.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect();
        reply->abort();
        reply->deleteLater();
    }
    wipe(m_request.key.secret);
    // Later: whoever is called may delete this object, and its functions are still on the stack.
    if (Callback done = std::exchange(m_done, nullptr))
        QMetaObject::invokeMethod(this, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
}

} // namespace vitrine
