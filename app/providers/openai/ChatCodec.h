#pragma once

#include "providers/ApiCodec.h"

namespace vitrine {

// POST /v1/chat/completions, of OpenAI and of the many servers that speak it too. Source: the public OpenAPI description of OpenAI, and
// recordings.
class ChatCodec final : public ApiCodec
{
public:
    QString api() const override { return QStringLiteral("chat"); }
    QString officialHost() const override { return QStringLiteral("api.openai.com"); }
    QUrl endpoint(const QUrl &base, const ModelRequest &request) const override;
    QByteArray encode(const ModelRequest &request, const ApiDialect &dialect) const override;
    bool canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const override;
    bool mayThink(const ModelRequest &request) const override;
    std::unique_ptr<AnswerDecoder> createDecoder() const override;
};

} // namespace vitrine
