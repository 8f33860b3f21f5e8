#pragma once

#include "providers/ApiCodec.h"

namespace vitrine {

// POST /v1/responses. Source: the public OpenAPI description of OpenAI, and recordings.
class ResponsesCodec final : public ApiCodec
{
public:
    QString api() const override { return QStringLiteral("responses"); }
    QString officialHost() const override { return QStringLiteral("api.openai.com"); }
    QUrl endpoint(const QUrl &base, const ModelRequest &request) const override;
    QByteArray encode(const ModelRequest &request, const ApiDialect &dialect) const override;
    bool canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const override;
    bool mayThink(const ModelRequest &request) const override;
    std::unique_ptr<AnswerDecoder> createDecoder() const override;
    // Files that the code interpreter made: containers are gone after twenty minutes.
    QList<FileToFetch> filesNamedIn(const ItemBody &body) const override;
};

} // namespace vitrine
