#pragma once

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QUrl>

namespace vitrine {

// The proxy of http_proxy, https_proxy, all_proxy and no_proxy (in either case), never for this machine itself. The system's own look-up is
// not used: with libproxy it may ask the network for a script, which blocks the thread. Pure.
QNetworkProxy proxyFor(const QUrl &url, const QProcessEnvironment &environment);

// "localhost", 127.0.0.0/8 and ::1.
bool isLoopback(const QUrl &url);

class EnvironmentProxyFactory final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace vitrine
