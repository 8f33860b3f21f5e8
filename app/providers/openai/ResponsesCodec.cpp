#include "providers/openai/ResponsesCodec.h"

#include "providers/ApiPath.h"
#include "providers/openai/ReasoningModels.h"
#include "providers/openai/ResponsesDecoder.h"
#include "providers/openai/ResponsesEncoder.h"
#include "providers/openai/ResponsesItems.h"

#include <QJsonDocument>

namespace vitrine {

QUrl ResponsesCodec::endpoint(const QUrl &base, const ModelRequest &) const
{
    return withPath(base, QStringLiteral("/responses"));
}

QByteArray ResponsesCodec::encode(const ModelRequest &request, const ApiDialect &dialect) const
{
    return encodeResponsesRequest(request, dialect);
}

bool ResponsesCodec::canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const
{
    return canDropParam(request, dialect, param);
}

bool ResponsesCodec::mayThink(const ModelRequest &request) const
{
    // A model whose name says nothing may think as well, or may be loaded from a slow disk first.
    return modelReasons(resolveModel(request.model, {}).model) != Reasons::No;
}

QList<FileToFetch> ResponsesCodec::filesNamedIn(const ItemBody &body) const
{
    const auto *message = std::get_if<AgentMessage>(&body);
    if (!message || !message->providerItem.contains("container_file_citation"))
        return {};
    return responses::containerFilesIn(QJsonDocument::fromJson(message->providerItem).object());
}

std::unique_ptr<AnswerDecoder> ResponsesCodec::createDecoder() const
{
    return std::make_unique<ResponsesDecoder>();
}

} // namespace vitrine
