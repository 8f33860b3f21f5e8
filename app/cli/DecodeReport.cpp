#include "cli/DecodeReport.h"

#include "base/Clock.h"
#include "model/ItemJson.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace vitrine {

namespace {

// Where translators find these sentences.
class DecodeCommand
{
    Q_DECLARE_TR_FUNCTIONS(DecodeCommand)
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

void collect(const QList<ModelEvent> &events, DecodedStream &decoded)
{
    for (const ModelEvent &event : events) {
        if (const auto *done = std::get_if<ItemDone>(&event))
            decoded.items.append(*done);
        else if (const auto *end = std::get_if<ResponseEnded>(&event))
            decoded.ended = *end;
    }
}

} // namespace

Result<DecodedStream> decodeStream(const QByteArray &stream, qsizetype chunkBytes, AnswerDecoder &decoder)
{
    SseParser parser;
    DecodedStream decoded;
    const qsizetype step = chunkBytes > 0 ? chunkBytes : std::max<qsizetype>(stream.size(), 1);
    const auto decode = [&](const QList<SseEvent> &events) {
        QList<ModelEvent> out;
        for (const SseEvent &event : events)
            decoder.take(event, out);
        collect(out, decoded);
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
    decoded.outcome = decoder.finish(parser.lastOddLine(), rest);
    collect(rest, decoded);
    decoded.counts = parser.counts();
    return decoded;
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
                       {QStringLiteral("retry_after_ms"), numberOrNull(verdict.retryAfterMs)},
                       {QStringLiteral("message"), verdict.message}};
}

void addStreamShape(const SseCounts &counts, QJsonObject &json)
{
    json[QStringLiteral("events")] = counts.events;
    json[QStringLiteral("comments")] = counts.comments;
    json[QStringLiteral("odd_lines")] = counts.oddLines;
    json[QStringLiteral("crlf")] = counts.crlf;
    json[QStringLiteral("named_events")] = counts.named > 0;
    json[QStringLiteral("ends_with_blank_line")] = counts.endsWithEmptyLine;
}

QJsonObject functionCallJson(const ToolCall &call)
{
    return QJsonObject{{QStringLiteral("kind"), QStringLiteral("function")},
                       {QStringLiteral("call_id"), call.callId.value},
                       {QStringLiteral("name"), call.name},
                       {QStringLiteral("arguments"), parsedArguments(call.arguments)}};
}

QJsonValue usageJson(const std::optional<ResponseEnded> &ended)
{
    const Usage usage = ended ? ended->usage : Usage();
    return usage == Usage() ? QJsonValue() : QJsonValue(toJsonObject(usage));
}

QJsonObject countsJson(const QMap<QString, int> &counts)
{
    QJsonObject json;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        json[it.key()] = it.value();
    return json;
}

QJsonValue numberOrNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace vitrine
