#pragma once

#include <QByteArray>
#include <QUrl>

#include <utility>

namespace vitrine {

// A key that goes to one endpoint and nowhere else. It has no stream operator and no conversion, so that it does not slip into a log.
class Credential
{
public:
    Credential() = default;
    // `endpoint`: the base URL the key was entered for.
    Credential(const QUrl &endpoint, const QByteArray &secret) : m_endpoint(endpoint), m_secret(secret) {}

    bool isEmpty() const { return m_secret.isEmpty(); }

    // Scheme, host and port are those of the endpoint. An endpoint without encryption may also be reached with it.
    bool isFor(const QUrl &url) const
    {
        if (url.host() != m_endpoint.host())
            return false;
        const bool same = url.scheme() == m_endpoint.scheme() && portOf(url) == portOf(m_endpoint);
        const bool upgraded = url.scheme() == QLatin1String("https") && m_endpoint.scheme() == QLatin1String("http")
            && url.port() == -1 && m_endpoint.port() == -1;
        return same || upgraded;
    }
    // The value of the Authorization header; empty for any other place.
    QByteArray bearerFor(const QUrl &url) const { return !isEmpty() && isFor(url) ? "Bearer " + m_secret : QByteArray(); }
    // `bytes` without the key, for a recording.
    QByteArray hiddenIn(QByteArray bytes) const { return isEmpty() ? bytes : std::move(bytes.replace(m_secret, "[hidden]")); }

private:
    static int portOf(const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); }

    QUrl m_endpoint;
    QByteArray m_secret;
};

} // namespace vitrine
