#include "cli/ResponsesReport.h"

#include "providers/openai/ResponsesDecoder.h"
#include "providers/openai/ResponsesItems.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace vitrine {

namespace {

using Channel = ResponsesDecoder::Channel;

// The finished items of an answer.
struct FinalItems {
    QJsonArray types;
    QJsonArray toolCalls;
    QJsonArray hostedCalls;
    QString text;
};

QJsonObject toolCallJson(const ToolCall &call, const QString &type)
{
    if (!responses::isCustomCall(type))
        return functionCallJson(call);
    return QJsonObject{{QStringLiteral("kind"), QStringLiteral("custom")},
                       {QStringLiteral("call_id"), call.callId.value},
                       {QStringLiteral("name"), call.name},
                       {QStringLiteral("input"), call.arguments}};
}

QByteArray providerItemOf(const ItemBody &body)
{
    if (const auto *message = std::get_if<AgentMessage>(&body))
        return message->providerItem;
    if (const auto *reasoning = std::get_if<Reasoning>(&body))
        return reasoning->providerItem;
    if (const auto *call = std::get_if<ToolCall>(&body))
        return call->providerItem;
    if (const auto *hosted = std::get_if<HostedCall>(&body))
        return hosted->providerItem;
    return {};
}

void takeItem(const ItemBody &body, FinalItems &items)
{
    const QByteArray raw = providerItemOf(body);
    if (raw.isEmpty()) // made of deltas: the server never sent the item
        return;
    const QJsonObject item = QJsonDocument::fromJson(raw).object();
    const QString type = item.value(QLatin1String("type")).toString();
    items.types.append(type);
    items.text += responses::messageText(item);
    if (const auto *call = std::get_if<ToolCall>(&body)) {
        items.toolCalls.append(toolCallJson(*call, type));
    } else if (const auto *hosted = std::get_if<HostedCall>(&body)) {
        const QJsonValue status = hosted->outcome.isEmpty() ? QJsonValue() : QJsonValue(hosted->outcome);
        items.hostedCalls.append(QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("status"), status}});
    }
}

QJsonValue finishJson(const ResponsesFacts &facts)
{
    return textOrNull(facts.reason.isEmpty() ? facts.status : facts.status + QLatin1Char(':') + facts.reason);
}

void addSequence(const ResponsesFacts &facts, QJsonObject &json)
{
    json[QStringLiteral("event_types")] = countsJson(facts.eventTypes);
    json[QStringLiteral("seq_first")] = numberOrNull(facts.firstSequence);
    json[QStringLiteral("seq_last")] = numberOrNull(facts.lastSequence);
    json[QStringLiteral("seq_gapless")] = facts.firstSequence ? QJsonValue(facts.gapless) : QJsonValue();
    json[QStringLiteral("response_ids")] = static_cast<qint64>(facts.responseIds.size());
}

QJsonObject reportOf(const ResponsesDecoder &decoder, const DecodedStream &decoded)
{
    const ResponsesFacts &facts = decoder.facts();
    FinalItems items;
    for (const ItemDone &done : decoded.items)
        takeItem(done.body, items);
    QJsonObject json;
    const QString text = decoder.deltas({Channel::Text});
    json[QStringLiteral("text")] = text;
    json[QStringLiteral("final_text")] = items.text;
    json[QStringLiteral("final_items_text_equal")] = items.text.isEmpty() ? QJsonValue() : QJsonValue(text == items.text);
    json[QStringLiteral("reasoning")] = decoder.deltas({Channel::Summary, Channel::Thoughts});
    json[QStringLiteral("reasoning_parts")] = decoder.partsWithDeltas({Channel::Summary, Channel::Thoughts});
    json[QStringLiteral("refusal")] = decoder.deltas({Channel::Refusal});
    json[QStringLiteral("tool_calls")] = items.toolCalls;
    json[QStringLiteral("hosted_calls")] = items.hostedCalls;
    json[QStringLiteral("items")] = items.types;
    json[QStringLiteral("citations")] = facts.annotations;
    json[QStringLiteral("final_annotations")] = countsJson(facts.finalAnnotations);
    json[QStringLiteral("partial_images")] = facts.partialPictures;
    json[QStringLiteral("encrypted_reasoning_items")] = facts.encryptedReasoningItems;
    json[QStringLiteral("usage")] = usageJson(decoded.ended);
    json[QStringLiteral("finish")] = finishJson(facts);
    json[QStringLiteral("error")] = textOrNull(facts.error.isEmpty() && !decoded.outcome ? decoded.outcome.error().message : facts.error);
    addStreamShape(decoded.counts, json);
    addSequence(facts, json);
    return json;
}

} // namespace

Result<DecodeReport> reportResponsesStream(const QByteArray &stream, qsizetype chunkBytes)
{
    ResponsesDecoder decoder;
    const Result<DecodedStream> decoded = decodeStream(stream, chunkBytes, decoder);
    if (!decoded)
        return tl::unexpected(decoded.error());
    return DecodeReport{reportOf(decoder, *decoded), !decoded->outcome.has_value()};
}

} // namespace vitrine
