#include "providers/ApiProvider.h"

#include "providers/EnvironmentProxy.h"
#include "providers/ApiStream.h"

#include <QRandomGenerator>

namespace vitrine {

ApiProvider::ApiProvider(const ApiSettings &settings, QObject *parent) : Provider(parent), m_settings(settings)
{
    m_network.setProxyFactory(new EnvironmentProxyFactory);
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
