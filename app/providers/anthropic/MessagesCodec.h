#pragma once

#include "providers/ApiCodec.h"

namespace vitrine {

// POST /v1/messages. Source: the public documentation of Anthropic, and recordings.
class MessagesCodec final : public ApiCodec
{
public:
    QString api() const override { return QStringLiteral("messages"); }
    QString officialHost() const override { return QStringLiteral("api.anthropic.com"); }
    // The base is the bare host; one that ends in /v1 is taken as well.
    QUrl endpoint(const QUrl &base, const ModelRequest &request) const override;
    KeyHeader keyHeader() const override { return {"x-api-key", {}}; }
    HttpHeaders headers(const ModelRequest &request) const override;
    QByteArray encode(const ModelRequest &request, const ApiDialect &dialect) const override;
    bool canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const override;
    bool mayThink(const ModelRequest &request) const override;
    std::unique_ptr<AnswerDecoder> createDecoder() const override;
};

} // namespace vitrine
