#include "providers/openai/ChatCodec.h"

#include "providers/ApiPath.h"
#include "providers/openai/ChatDecoder.h"
#include "providers/openai/ChatEncoder.h"
#include "providers/openai/ReasoningModels.h"

namespace vitrine {

QUrl ChatCodec::endpoint(const QUrl &base, const ModelRequest &) const
{
    return withPath(base, QStringLiteral("/chat/completions"));
}

QByteArray ChatCodec::encode(const ModelRequest &request, const ApiDialect &dialect) const
{
    return encodeChatRequest(request, dialect);
}

bool ChatCodec::canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const
{
    return canDropChatParam(request, dialect, param);
}

bool ChatCodec::mayThink(const ModelRequest &request) const
{
    // A model whose name says nothing may think as well, or may be loaded from a slow disk first.
    return modelReasons(resolveModel(request.model, {}).model) != Reasons::No;
}

std::unique_ptr<AnswerDecoder> ChatCodec::createDecoder() const
{
    return std::make_unique<ChatDecoder>();
}

} // namespace vitrine
