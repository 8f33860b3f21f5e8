#include "cli/ChatReport.h"

#include "providers/openai/ChatDecoder.h"

namespace vitrine {

namespace {

QJsonArray toolCalls(const QList<ItemDone> &items, const ChatFacts &facts)
{
    QJsonArray calls;
    for (const ItemDone &done : items) {
        const auto *call = std::get_if<ToolCall>(&done.body);
        if (!call)
            continue;
        QJsonObject json = functionCallJson(*call);
        // What the server did not say is not reported as if it had.
        if (facts.madeIds.contains(call->callId.value))
            json[QStringLiteral("call_id")] = QJsonValue();
        calls.append(json);
    }
    return calls;
}

QJsonObject reportOf(const ChatFacts &facts, const DecodedStream &decoded)
{
    ResponseEnded counted;
    counted.usage = facts.usage; // as the server counts
    QJsonObject json;
    json[QStringLiteral("text")] = facts.text;
    json[QStringLiteral("reasoning")] = facts.reasoning;
    json[QStringLiteral("reasoning_signatures")] = facts.signatures;
    json[QStringLiteral("refusal")] = facts.refusal;
    json[QStringLiteral("tool_calls")] = toolCalls(decoded.items, facts);
    json[QStringLiteral("citations")] = facts.annotations;
    json[QStringLiteral("toplevel_citations")] = static_cast<qint64>(facts.addresses);
    json[QStringLiteral("usage")] = usageJson(counted);
    json[QStringLiteral("finish")] = textOrNull(facts.finish);
    json[QStringLiteral("error")] = textOrNull(facts.error.isEmpty() && !decoded.outcome ? decoded.outcome.error().message : facts.error);
    json[QStringLiteral("done_marker")] = facts.doneMarker;
    json[QStringLiteral("chunks")] = facts.chunks;
    json[QStringLiteral("chunks_without_choice")] = facts.chunksWithoutChoice;
    addStreamShape(decoded.counts, json);
    return json;
}

} // namespace

Result<DecodeReport> reportChatStream(const QByteArray &stream, qsizetype chunkBytes)
{
    ChatDecoder decoder;
    const Result<DecodedStream> decoded = decodeStream(stream, chunkBytes, decoder);
    if (!decoded)
        return tl::unexpected(decoded.error());
    return DecodeReport{reportOf(decoder.facts(), *decoded), !decoded->outcome.has_value()};
}

} // namespace vitrine
