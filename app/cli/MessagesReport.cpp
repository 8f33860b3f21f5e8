#include "cli/MessagesReport.h"

#include "providers/anthropic/MessagesDecoder.h"

#include <QJsonArray>

namespace vitrine {

namespace {

// As the API counts, not as a Usage does.
QJsonValue countedJson(const MessagesUsage &usage)
{
    if (usage == MessagesUsage())
        return {};
    return QJsonObject{{QStringLiteral("input"), numberOrNull(usage.input)},
                       {QStringLiteral("output"), numberOrNull(usage.output)},
                       {QStringLiteral("cached"), numberOrNull(usage.cached)},
                       {QStringLiteral("cache_write"), numberOrNull(usage.cacheWrite)}};
}

QJsonArray hostedJson(const MessagesFacts &facts)
{
    QJsonArray json;
    for (const auto &[type, name] : facts.hosted)
        json.append(QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("name"), textOrNull(name)}});
    return json;
}

QJsonArray toolCallsJson(const QList<ItemDone> &items)
{
    QJsonArray json;
    for (const ItemDone &item : items) {
        if (const auto *call = std::get_if<ToolCall>(&item.body))
            json.append(functionCallJson(*call));
    }
    return json;
}

QJsonObject reportOf(const MessagesDecoder &decoder, const DecodedStream &decoded)
{
    const MessagesFacts &facts = decoder.facts();
    QJsonObject json;
    json[QStringLiteral("text")] = decoder.text();
    json[QStringLiteral("reasoning")] = decoder.reasoning();
    json[QStringLiteral("signature_len")] = facts.signatureLength;
    json[QStringLiteral("redacted")] = facts.redacted;
    json[QStringLiteral("tool_calls")] = toolCallsJson(decoded.items);
    json[QStringLiteral("hosted_calls")] = hostedJson(facts);
    json[QStringLiteral("blocks")] = QJsonArray::fromStringList(facts.blocks);
    json[QStringLiteral("citations")] = facts.citations;
    json[QStringLiteral("usage")] = countedJson(facts.usage);
    json[QStringLiteral("finish")] = facts.stopped ? textOrNull(facts.stopReason) : QJsonValue();
    json[QStringLiteral("message_stop")] = facts.stopped;
    json[QStringLiteral("error")] = textOrNull(facts.error.isEmpty() && !decoded.outcome ? decoded.outcome.error().message : facts.error);
    json[QStringLiteral("event_types")] = countsJson(facts.eventTypes);
    addStreamShape(decoded.counts, json);
    return json;
}

} // namespace

Result<DecodeReport> reportMessagesStream(const QByteArray &stream, qsizetype chunkBytes)
{
    // The same report for the same bytes, even where ids have to be made.
    MessagesDecoder decoder(QStringLiteral("toolu_made"));
    const Result<DecodedStream> decoded = decodeStream(stream, chunkBytes, decoder);
    if (!decoded)
        return tl::unexpected(decoded.error());
    return DecodeReport{reportOf(decoder, *decoded), !decoded->outcome.has_value()};
}

} // namespace vitrine
