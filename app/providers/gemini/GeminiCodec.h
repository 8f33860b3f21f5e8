#pragma once

#include "providers/ApiCodec.h"

namespace vitrine {

// POST /v1beta/models/M:streamGenerateContent?alt=sse. Source: the public reference of the Gemini API, and recordings.
class GeminiCodec final : public ApiCodec
{
public:
    QString api() const override { return QStringLiteral("gemini"); }
    QString officialHost() const override { return QStringLiteral("generativelanguage.googleapis.com"); }
    // The version is added unless `base` ends in one ("/v1beta"), or leads to the models of Vertex ("/v1/publishers/google").
    QUrl endpoint(const QUrl &base, const ModelRequest &request) const override;
    KeyHeader keyHeader() const override { return {"x-goog-api-key", {}}; } // not in the address, where logs would have it
    QByteArray encode(const ModelRequest &request, const ApiDialect &dialect) const override;
    bool canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const override;
    bool mayThink(const ModelRequest &request) const override;
    std::unique_ptr<AnswerDecoder> createDecoder() const override;
};

} // namespace vitrine
