#include "providers/ApiProvider.h"

#include "providers/EnvironmentProxy.h"
#include "providers/ApiStream.h"

#include <QRandomGenerator>

namespace vitrine {

ApiProvider::ApiProvider(const ApiSettings &settings, QObject *parent) : Provider(parent), m_settings(settings)
{
    if (m_settings.proxy.isEmpty()) {
        m_network.setProxyFactory(new EnvironmentProxyFactory);
    } else {
        QProcessEnvironment only;
        for (const char *variable : {"http_proxy", "https_proxy"})
            only.insert(QLatin1String(variable), m_settings.proxy.toString(QUrl::FullyEncoded));
        m_network.setProxy(proxyFor(m_settings.baseUrl, only));
    }
    m_network.setAutoDeleteReplies(false);
    if (!m_settings.retry.random)
        m_settings.retry.random = [] { return QRandomGenerator::global()->generateDouble(); };
}

std::unique_ptr<ModelStream> ApiProvider::send(const ModelRequest &request)
{
    auto stream = std::make_unique<ApiStream>(*this, request);
    stream->start();
    return stream;
}

} // namespace vitrine
