#include "cli/GeminiReport.h"

#include "model/ItemJson.h"
#include "providers/gemini/GeminiDecoder.h"

#include <QJsonArray>

namespace vitrine {

namespace {

QJsonArray toolCallsJson(const QList<ItemDone> &items, const GeminiFacts &facts)
{
    QJsonArray calls;
    for (const ItemDone &done : items) {
        const auto *call = std::get_if<ToolCall>(&done.body);
        if (!call)
            continue;
        const GeminiFacts::Call said = facts.calls.value(call->callId.value);
        QJsonObject json = functionCallJson(*call);
        json[QStringLiteral("call_id")] = textOrNull(said.apiId); // not the one we made
        if (said.streamed)
            json[QStringLiteral("streamed_arguments")] = true;
        calls.append(json);
    }
    return calls;
}

QJsonObject reportOf(const GeminiDecoder &decoder, const DecodedStream &decoded)
{
    const GeminiFacts &facts = decoder.facts();
    QJsonObject json;
    json[QStringLiteral("text")] = facts.text;
    json[QStringLiteral("reasoning")] = facts.reasoning;
    json[QStringLiteral("tool_calls")] = toolCallsJson(decoded.items, facts);
    json[QStringLiteral("thought_signatures")] = facts.thoughtSignatures;
    json[QStringLiteral("inline_images")] = facts.inlinePictures;
    json[QStringLiteral("code_parts")] = facts.codeParts;
    json[QStringLiteral("citations")] = facts.groundingChunks;
    json[QStringLiteral("chunks")] = facts.chunks;
    json[QStringLiteral("usage")] = facts.usage == Usage() ? QJsonValue() : QJsonValue(toJsonObject(facts.usage));
    json[QStringLiteral("finish")] = decoded.outcome ? textOrNull(facts.finishReason) : QJsonValue();
    json[QStringLiteral("error")] = textOrNull(facts.error.isEmpty() && !decoded.outcome ? decoded.outcome.error().message : facts.error);
    addStreamShape(decoded.counts, json);
    return json;
}

} // namespace

Result<DecodeReport> reportGeminiStream(const QByteArray &stream, qsizetype chunkBytes)
{
    GeminiDecoder decoder;
    const Result<DecodedStream> decoded = decodeStream(stream, chunkBytes, decoder);
    if (!decoded)
        return tl::unexpected(decoded.error());
    return DecodeReport{reportOf(decoder, *decoded), !decoded->outcome.has_value()};
}

} // namespace vitrine
