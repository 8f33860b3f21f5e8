#include "providers/anthropic/MessagesCodec.h"

#include "providers/ApiPath.h"
#include "providers/anthropic/ClaudeModels.h"
#include "providers/anthropic/MessagesDecoder.h"
#include "providers/anthropic/MessagesEncoder.h"

namespace vitrine {

QUrl MessagesCodec::endpoint(const QUrl &base, const ModelRequest &) const
{
    QString path = base.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return withPath(base, path.endsWith(QLatin1String("/v1")) ? QStringLiteral("/messages") : QStringLiteral("/v1/messages"));
}

HttpHeaders MessagesCodec::headers(const ModelRequest &request) const
{
    HttpHeaders headers{{"anthropic-version", "2023-06-01"}};
    const QByteArray features = betaFeatures(request);
    if (!features.isEmpty())
        headers.append({"anthropic-beta", features});
    return headers;
}

QByteArray MessagesCodec::encode(const ModelRequest &request, const ApiDialect &dialect) const
{
    return encodeMessagesRequest(request, dialect);
}

bool MessagesCodec::canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const
{
    return canDropMessagesParam(request, dialect, param);
}

bool MessagesCodec::mayThink(const ModelRequest &request) const
{
    // A model whose name says nothing may think as well, or may be loaded from a slow disk first.
    return thinkingOf(claudeModel(request.model)) != ClaudeThinking::None;
}

std::unique_ptr<AnswerDecoder> MessagesCodec::createDecoder() const
{
    return std::make_unique<MessagesDecoder>();
}

} // namespace vitrine
