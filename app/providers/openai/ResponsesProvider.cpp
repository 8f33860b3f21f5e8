#include "providers/openai/ResponsesProvider.h"

#include "providers/EnvironmentProxy.h"
#include "providers/openai/ResponsesStream.h"

#include <QRandomGenerator>

namespace vitrine {

ResponsesProvider::ResponsesProvider(const ResponsesSettings &settings, QObject *parent) : Provider(parent), m_settings(settings)
{
    m_network.setProxyFactory(new EnvironmentProxyFactory);
    m_network.setAutoDeleteReplies(false);
    if (!m_settings.retry.random)
        m_settings.retry.random = [] { return QRandomGenerator::global()->generateDouble(); };
}

std::unique_ptr<ModelStream> ResponsesProvider::send(const ModelRequest &request)
{
    auto stream = std::make_unique<ResponsesStream>(*this, request);
    stream->start();
    return stream;
}

} // namespace vitrine
