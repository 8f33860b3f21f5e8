#include "connections/Connection.h"

#include "providers/EnvironmentProxy.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ConnectionCheck {
    Q_DECLARE_TR_FUNCTIONS(ConnectionCheck)
};

template<class Kind>
struct Named {
    Kind kind;
    const char *name;
};
constexpr Named<Api> apis[] = {{Api::Responses, "responses"}, {Api::Chat, "chat"}, {Api::Messages, "messages"}, {Api::Gemini, "gemini"}};
constexpr Named<KeySource> sources[] = {{KeySource::None, "none"}, {KeySource::Environment, "environment"}, {KeySource::Keyring, "keyring"}, {KeySource::File, "file"}, {KeySource::Session, "session"}};

template<class Kind, size_t N>
QString nameOf(const Named<Kind> (&table)[N], Kind kind)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [kind](const auto &row) { return row.kind == kind; });
    return found == std::end(table) ? QString() : QString::fromLatin1(found->name);
}

template<class Kind, size_t N>
std::optional<Kind> kindOf(const Named<Kind> (&table)[N], QStringView name)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [name](const auto &row) { return name == QLatin1String(row.name); });
    return found == std::end(table) ? std::nullopt : std::optional<Kind>(found->kind);
}

bool isToken(const QByteArray &name)
{
    static const QByteArray signs = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || signs.contains(c); });
}

bool isPlainText(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

} // namespace

QString toString(Api api) { return nameOf(apis, api); }
std::optional<Api> apiFromString(QStringView name) { return kindOf(apis, name); }
QString toString(KeySource source) { return nameOf(sources, source); }
std::optional<KeySource> keySourceFromString(QStringView name) { return kindOf(sources, name); }

bool isConnectionName(const QString &name)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(QStringLiteral("[a-z0-9](?:[a-z0-9_ -]{0,38}[a-z0-9_-])?")));
    return pattern.match(name).hasMatch() && name != QLatin1String("offline");
}

Done checkBaseUrl(const QUrl &url, bool allowPlainHttp)
{
    const bool http = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!http && url.scheme() != QLatin1String("https")))
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("The base URL needs an address such as https://api.openai.com/v1."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("The base URL ends with its path: no user name, no ? and no #, since it is kept in the open."));
    if (http && !isLoopback(url) && !allowPlainHttp)
        return fail(ErrorKind::Tls, ConnectionCheck::tr("http:// would send your key and your words to %1 in the open; use https://, or allow it for this connection if the network is your own.").arg(url.host()));
    return {};
}

Done checkHeader(const QByteArray &name, const QByteArray &value)
{
    static const QList<QByteArray> secrets{"authorization", "proxy-authorization", "cookie", "api-key", "x-api-key", "x-goog-api-key"};
    if (!isToken(name) || !isPlainText(value) || name.size() + value.size() > 4096)
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("A header needs the form 'NAME: VALUE'."));
    if (secrets.contains(name.toLower()))
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("The header %1 carries a secret, and headers are kept in the open; give the key as the key of the connection.").arg(QString::fromLatin1(name)));
    return {};
}

Done checkProxy(const QUrl &url)
{
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("socks5"), QStringLiteral("socks5h")};
    if (url.isEmpty())
        return {};
    if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()))
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("The proxy needs an address such as http://proxy.example:3128 or socks5://proxy.example:1080."));
    if (!url.password().isEmpty())
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("The proxy's password would be kept in the open; set https_proxy in the environment instead."));
    return {};
}

Done check(const Connection &connection)
{
    if (!isConnectionName(connection.name))
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("A connection's name has up to 40 of a-z, 0-9, - and _, and is not \"offline\"."));
    if (const Done url = checkBaseUrl(connection.baseUrl, connection.allowPlainHttp); !url)
        return url;
    for (const auto &[name, value] : connection.headers) {
        if (const Done header = checkHeader(name, value); !header)
            return header;
    }
    for (const QString &text : {connection.organization, connection.project, connection.keyHeader}) {
        if (text.size() > 200 || !isPlainText(text.toUtf8()))
            return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("Organization and project are short names without line breaks."));
    }
    if (!connection.keyHeader.isEmpty() && !isToken(connection.keyHeader.toUtf8()))
        return fail(ErrorKind::InvalidRequest, ConnectionCheck::tr("The header that the key goes into needs a name such as api-key."));
    return checkProxy(connection.proxy);
}

QString endpointOf(const QUrl &url)
{
    const bool https = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!https && url.scheme() != QLatin1String("http")))
        return {};
    const QString host = url.host().contains(QLatin1Char(':')) ? QLatin1Char('[') + url.host() + QLatin1Char(']') : url.host();
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), host).arg(url.port(https ? 443 : 80));
}

QByteArray keyHeaderOf(const Connection &connection)
{
    if (!connection.keyHeader.isEmpty())
        return connection.keyHeader.toUtf8();
    switch (connection.api) {
    case Api::Messages:
        return "x-api-key";
    case Api::Gemini:
        return "x-goog-api-key";
    case Api::Responses:
    case Api::Chat:
        break;
    }
    return "Authorization";
}

QByteArray keyHeaderValue(const QByteArray &header, const QByteArray &secret)
{
    return header.compare("Authorization", Qt::CaseInsensitive) == 0 ? "Bearer " + secret : secret;
}

} // namespace vitrine
