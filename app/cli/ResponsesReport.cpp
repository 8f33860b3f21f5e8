#include "cli/ResponsesReport.h"

#include "base/Clock.h"
#include "model/Item.h"
#include "model/ItemJson.h"
#include "providers/HttpErrors.h"
#include "providers/openai/ResponsesDecoder.h"
#include "providers/openai/ResponsesItems.h"
#include "providers/SseParser.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace vitrine {

namespace {

using Channel = ResponsesDecoder::Channel;

// Where translators find these sentences.
class DecodeCommand
{
    Q_DECLARE_TR_FUNCTIONS(DecodeCommand)
};

// The finished items of an answer.
struct FinalItems {
    QJsonArray types;
    QJsonArray toolCalls;
    QJsonArray hostedCalls;
    QString text;
};

QJsonValue parsedArguments(const QString &arguments)
{
    if (arguments.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(arguments.toUtf8());
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return arguments; // not JSON: shown as the model wrote it
}

QJsonObject toolCallJson(const ToolCall &call, const QString &type)
{
    QJsonObject json{{QStringLiteral("call_id"), call.callId.value}, {QStringLiteral("name"), call.name}};
    if (responses::isCustomCall(type)) {
        json[QStringLiteral("kind")] = QStringLiteral("custom");
        json[QStringLiteral("input")] = call.arguments;
    } else {
        json[QStringLiteral("kind")] = QStringLiteral("function");
        json[QStringLiteral("arguments")] = parsedArguments(call.arguments);
    }
    return json;
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

QJsonObject countsJson(const QMap<QString, int> &counts)
{
    QJsonObject json;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        json[it.key()] = it.value();
    return json;
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// Everything that arrived, ItemDone and ResponseEnded being what counts here.
struct Collected {
    FinalItems items;
    std::optional<ResponseEnded> ended;

    void take(const QList<ModelEvent> &events)
    {
        for (const ModelEvent &event : events) {
            if (const auto *done = std::get_if<ItemDone>(&event))
                takeItem(done->body, items);
            else if (const auto *end = std::get_if<ResponseEnded>(&event))
                ended = *end;
        }
    }
};

void addStreamShape(const SseCounts &counts, const ResponsesFacts &facts, QJsonObject &json)
{
    json[QStringLiteral("events")] = counts.events;
    json[QStringLiteral("comments")] = counts.comments;
    json[QStringLiteral("odd_lines")] = counts.oddLines;
    json[QStringLiteral("crlf")] = counts.crlf;
    json[QStringLiteral("named_events")] = counts.named > 0;
    json[QStringLiteral("ends_with_blank_line")] = counts.endsWithEmptyLine;
    json[QStringLiteral("event_types")] = countsJson(facts.eventTypes);
    json[QStringLiteral("seq_first")] = orNull(facts.firstSequence);
    json[QStringLiteral("seq_last")] = orNull(facts.lastSequence);
    json[QStringLiteral("seq_gapless")] = facts.firstSequence ? QJsonValue(facts.gapless) : QJsonValue();
    json[QStringLiteral("response_ids")] = static_cast<qint64>(facts.responseIds.size());
}

QJsonValue finishJson(const ResponsesFacts &facts)
{
    return textOrNull(facts.reason.isEmpty() ? facts.status : facts.status + QLatin1Char(':') + facts.reason);
}

QJsonObject reportOf(const ResponsesDecoder &decoder, const SseCounts &counts, const Collected &collected, const Done &outcome)
{
    const ResponsesFacts &facts = decoder.facts();
    QJsonObject json;
    const QString text = decoder.deltas({Channel::Text});
    json[QStringLiteral("text")] = text;
    json[QStringLiteral("final_text")] = collected.items.text;
    json[QStringLiteral("final_items_text_equal")] = collected.items.text.isEmpty() ? QJsonValue() : QJsonValue(text == collected.items.text);
    json[QStringLiteral("reasoning")] = decoder.deltas({Channel::Summary, Channel::Thoughts});
    json[QStringLiteral("reasoning_parts")] = decoder.partsWithDeltas({Channel::Summary, Channel::Thoughts});
    json[QStringLiteral("refusal")] = decoder.deltas({Channel::Refusal});
    json[QStringLiteral("tool_calls")] = collected.items.toolCalls;
    json[QStringLiteral("hosted_calls")] = collected.items.hostedCalls;
    json[QStringLiteral("items")] = collected.items.types;
    json[QStringLiteral("citations")] = facts.annotations;
    json[QStringLiteral("final_annotations")] = countsJson(facts.finalAnnotations);
    json[QStringLiteral("partial_images")] = facts.partialPictures;
    json[QStringLiteral("encrypted_reasoning_items")] = facts.encryptedReasoningItems;
    const Usage usage = collected.ended ? collected.ended->usage : Usage();
    json[QStringLiteral("usage")] = usage == Usage() ? QJsonValue() : QJsonValue(toJsonObject(usage));
    json[QStringLiteral("finish")] = finishJson(facts);
    json[QStringLiteral("error")] = textOrNull(facts.error.isEmpty() && !outcome ? outcome.error().message : facts.error);
    addStreamShape(counts, facts, json);
    return json;
}

} // namespace

Result<DecodeReport> reportResponsesStream(const QByteArray &stream, qsizetype chunkBytes)
{
    SseParser parser;
    ResponsesDecoder decoder;
    Collected collected;
    const qsizetype step = chunkBytes > 0 ? chunkBytes : std::max<qsizetype>(stream.size(), 1);
    const auto decode = [&](const QList<SseEvent> &events) {
        QList<ModelEvent> out;
        for (const SseEvent &event : events)
            decoder.take(event, out);
        collected.take(out);
    };
    for (qsizetype at = 0; at < stream.size(); at += step) {
        QList<SseEvent> events;
        if (!parser.feed(QByteArrayView(stream).sliced(at, std::min(step, stream.size() - at)), events))
            return fail(ErrorKind::Protocol, DecodeCommand::tr("The stream is larger than an answer may be (64 MB)."));
        decode(events);
    }
    QList<SseEvent> last;
    parser.finish(last);
    decode(last);
    QList<ModelEvent> rest;
    const Done outcome = decoder.finish(parser.lastOddLine(), rest);
    collected.take(rest);
    return DecodeReport{reportOf(decoder, parser.counts(), collected, outcome), !outcome.has_value()};
}

Result<QJsonObject> reportHttpError(const QJsonObject &answer)
{
    const QJsonValue status = answer.value(QLatin1String("status"));
    if (!status.isDouble())
        return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("The file needs an object {\"status\": number, \"headers\": {...}, \"body\": \"...\"}."));
    HttpHeaders headers;
    const QJsonObject named = answer.value(QLatin1String("headers")).toObject();
    for (auto it = named.begin(); it != named.end(); ++it)
        headers.append({it.key().toLatin1(), it.value().toVariant().toString().toLatin1()});
    const QJsonValue body = answer.value(QLatin1String("body"));
    const QByteArray bytes = body.isObject() ? QJsonDocument(body.toObject()).toJson() : body.toString().toUtf8();
    const ErrorVerdict verdict = judgeHttpError(static_cast<int>(status.toInteger()), headers, bytes, SystemClock().now());
    return QJsonObject{{QStringLiteral("kind"), toString(verdict.kind)},
                       {QStringLiteral("retryable"), verdict.retryable},
                       {QStringLiteral("drop_param"), textOrNull(verdict.dropParam)},
                       {QStringLiteral("retry_after_ms"), orNull(verdict.retryAfterMs)},
                       {QStringLiteral("message"), verdict.message}};
}

} // namespace vitrine
