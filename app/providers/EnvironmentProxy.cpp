#include "providers/EnvironmentProxy.h"

#include <QHostAddress>

namespace vitrine {

namespace {

QString variable(const QProcessEnvironment &environment, const char *name)
{
    const QString lower = QLatin1String(name);
    const QString value = environment.value(lower);
    return value.isEmpty() ? environment.value(lower.toUpper()) : value;
}

// "example.org", ".example.org" and "*" of no_proxy.
bool isExempt(const QString &host, const QString &list)
{
    const QStringList entries = list.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        QString name = entry.trimmed().toLower().section(QLatin1Char(':'), 0, 0);
        if (name == QLatin1String("*"))
            return true;
        while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('*')))
            name.remove(0, 1);
        if (!name.isEmpty() && (host == name || host.endsWith(QLatin1Char('.') + name)))
            return true;
    }
    return false;
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QNetworkProxy proxyFor(const QUrl &url, const QProcessEnvironment &environment)
{
    if (isLoopback(url) || isExempt(url.host().toLower(), variable(environment, "no_proxy")))
        return QNetworkProxy::NoProxy;
    QString address = variable(environment, url.scheme() == QLatin1String("https") ? "https_proxy" : "http_proxy");
    if (address.isEmpty())
        address = variable(environment, "all_proxy");
    if (address.isEmpty())
        return QNetworkProxy::NoProxy;
    const QUrl proxy(address.contains(QLatin1String("://")) ? address : QStringLiteral("http://") + address);
    if (proxy.host().isEmpty())
        return QNetworkProxy::NoProxy;
    const bool socks = proxy.scheme().startsWith(QLatin1String("socks"));
    const int port = proxy.port(socks ? 1080 : 3128);
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(), static_cast<quint16>(port),
                         proxy.userName(QUrl::FullyDecoded), proxy.password(QUrl::FullyDecoded));
}

QList<QNetworkProxy> EnvironmentProxyFactory::queryProxy(const QNetworkProxyQuery &query)
{
    return {proxyFor(query.url(), QProcessEnvironment::systemEnvironment())};
}

} // namespace vitrine
