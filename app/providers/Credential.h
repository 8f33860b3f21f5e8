#pragma once

#include <QByteArray>
#include <QUrl>

#include <utility>

namespace vitrine {

// The header that a key goes into.
struct KeyHeader {
    QByteArray name = "Authorization";
    QByteArray before = "Bearer "; // stands before the key in the value

    bool operator==(const KeyHeader &) const = default;
};

// A key that goes to one endpoint and nowhere else. It has no stream operator and no conversion, so that it does not slip into a log.
class Credential
{
public:
    Credential() = default;
    // `endpoint`: the base URL the key was entered for.
    Credential(const QUrl &endpoint, const QByteArray &secret, const KeyHeader &header = {})
        : m_endpoint(endpoint), m_secret(secret), m_header(header)
    {
    }

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
    QByteArray headerName() const { return m_header.name; }
    // The value of the header; empty for any other place.
    QByteArray headerValueFor(const QUrl &url) const { return !isEmpty() && isFor(url) ? m_header.before + m_secret : QByteArray(); }
    // `bytes` without the key, for a recording.
    QByteArray hiddenIn(QByteArray bytes) const { return isEmpty() ? bytes : std::move(bytes.replace(m_secret, "[hidden]")); }

private:
    static int portOf(const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); }

    QUrl m_endpoint;
    QByteArray m_secret;
    KeyHeader m_header;
};

} // namespace vitrine
