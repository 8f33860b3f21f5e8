#include "offline/ResponseEvents.h"

#include "base/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace vitrine {

namespace {

// About a word a piece, so that a client has something to show while it comes.
QStringList pieces(const QString &text)
{
    QStringList result;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool wordEnds = text.at(i).isSpace() && i + 1 < text.size() && !text.at(i + 1).isSpace();
        // Chinese has no spaces; never cut a surrogate pair.
        const bool longEnough = i - start >= 24 && !text.at(i).isHighSurrogate();
        if (wordEnds || longEnough) {
            result.append(text.mid(start, i + 1 - start));
            start = i + 1;
        }
    }
    if (start < text.size())
        result.append(text.mid(start));
    return result;
}

qint64 tokens(qint64 utf8Bytes)
{
    return (utf8Bytes + 3) / 4;
}

qint64 textBytes(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().startsWith(u"data:") ? 0 : value.toString().toUtf8().size();
    qint64 sum = 0;
    for (const QJsonValue &element : value.toArray())
        sum += textBytes(element);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        sum += textBytes(it.value());
    return sum;
}

QJsonArray annotations(const QList<UnsureSpan> &spans)
{
    QJsonArray result;
    for (const UnsureSpan &span : spans)
        result.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("vitrine_unsure")},
                                  {QStringLiteral("start_index"), span.start},
                                  {QStringLiteral("end_index"), span.end}});
    return result;
}

class Writer
{
public:
    Writer(const QJsonObject &request, const QByteArray &seed, qint64 seconds) : m_seed(seed)
    {
        const auto echo = [&request](QLatin1String name, const QJsonValue &otherwise) {
            const QJsonValue value = request.value(name);
            return value.isUndefined() ? otherwise : value;
        };
        m_response = {
            {QStringLiteral("id"), id("resp_")},
            {QStringLiteral("object"), QStringLiteral("response")},
            {QStringLiteral("created_at"), seconds},
            {QStringLiteral("status"), QStringLiteral("in_progress")},
            {QStringLiteral("background"), false},
            {QStringLiteral("error"), QJsonValue::Null},
            {QStringLiteral("incomplete_details"), QJsonValue::Null},
            {QStringLiteral("instructions"), echo(QLatin1String("instructions"), QJsonValue::Null)},
            {QStringLiteral("max_output_tokens"), echo(QLatin1String("max_output_tokens"), QJsonValue::Null)},
            {QStringLiteral("metadata"), echo(QLatin1String("metadata"), QJsonObject())},
            {QStringLiteral("model"), echo(QLatin1String("model"), QJsonValue::Null)},
            {QStringLiteral("output"), QJsonArray()},
            {QStringLiteral("parallel_tool_calls"), echo(QLatin1String("parallel_tool_calls"), true)},
            {QStringLiteral("previous_response_id"), QJsonValue::Null},
            {QStringLiteral("reasoning"), echo(QLatin1String("reasoning"), QJsonObject())},
            {QStringLiteral("store"), false},
            {QStringLiteral("temperature"), echo(QLatin1String("temperature"), 1.0)},
            {QStringLiteral("text"), echo(QLatin1String("text"), QJsonObject{{QStringLiteral("format"),
                                                QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}}}})},
            {QStringLiteral("tool_choice"), echo(QLatin1String("tool_choice"), QStringLiteral("auto"))},
            {QStringLiteral("tools"), echo(QLatin1String("tools"), QJsonArray())},
            {QStringLiteral("top_p"), echo(QLatin1String("top_p"), 1.0)},
            {QStringLiteral("truncation"), QStringLiteral("disabled")},
            {QStringLiteral("usage"), QJsonValue::Null},
        };
        m_inputTokens = tokens(textBytes(request.value(u"input")) + textBytes(request.value(u"instructions")) + textBytes(request.value(u"tools")));
        event(QStringLiteral("response.created"), {{QStringLiteral("response"), m_response}});
        event(QStringLiteral("response.in_progress"), {{QStringLiteral("response"), m_response}});
    }

    void reasoning(const QString &text)
    {
        const QString itemId = id("rs_");
        QJsonObject item{{QStringLiteral("id"), itemId}, {QStringLiteral("type"), QStringLiteral("reasoning")}, {QStringLiteral("summary"), QJsonArray()}};
        added(item);
        const QJsonObject place{{QStringLiteral("item_id"), itemId}, {QStringLiteral("output_index"), index()}, {QStringLiteral("summary_index"), 0}};
        event(QStringLiteral("response.reasoning_summary_part.added"), place, {{QStringLiteral("part"), summaryPart({})}});
        for (const QString &piece : pieces(text))
            event(QStringLiteral("response.reasoning_summary_text.delta"), place, {{QStringLiteral("delta"), piece}});
        event(QStringLiteral("response.reasoning_summary_text.done"), place, {{QStringLiteral("text"), text}});
        event(QStringLiteral("response.reasoning_summary_part.done"), place, {{QStringLiteral("part"), summaryPart(text)}});
        item[QStringLiteral("summary")] = QJsonArray{summaryPart(text)};
        m_reasoningTokens += tokens(text.toUtf8().size());
        done(item);
    }

    void call(const PlannedCall &planned)
    {
        const QString itemId = id("fc_");
        const QString arguments = QString::fromUtf8(toJson(planned.arguments));
        QJsonObject item{{QStringLiteral("id"), itemId},
                         {QStringLiteral("type"), QStringLiteral("function_call")},
                         {QStringLiteral("status"), QStringLiteral("in_progress")},
                         {QStringLiteral("call_id"), id("call_")},
                         {QStringLiteral("name"), planned.name},
                         {QStringLiteral("arguments"), QString()}};
        added(item);
        const QJsonObject place{{QStringLiteral("item_id"), itemId}, {QStringLiteral("output_index"), index()}};
        for (const QString &piece : pieces(arguments))
            event(QStringLiteral("response.function_call_arguments.delta"), place, {{QStringLiteral("delta"), piece}});
        event(QStringLiteral("response.function_call_arguments.done"), place,
              {{QStringLiteral("name"), planned.name}, {QStringLiteral("arguments"), arguments}});
        item[QStringLiteral("arguments")] = arguments;
        item[QStringLiteral("status")] = QStringLiteral("completed");
        m_outputTokens += tokens(arguments.toUtf8().size() + planned.name.size());
        done(item);
    }

    void answer(const OfflineAnswer &answer)
    {
        const QString itemId = id("msg_");
        QJsonObject item{{QStringLiteral("id"), itemId},
                         {QStringLiteral("type"), QStringLiteral("message")},
                         {QStringLiteral("status"), QStringLiteral("in_progress")},
                         {QStringLiteral("role"), QStringLiteral("assistant")},
                         {QStringLiteral("content"), QJsonArray()}};
        added(item);
        const QJsonObject place{{QStringLiteral("item_id"), itemId}, {QStringLiteral("output_index"), index()}, {QStringLiteral("content_index"), 0}};
        event(QStringLiteral("response.content_part.added"), place, {{QStringLiteral("part"), textPart({}, {})}});
        for (const QString &piece : pieces(answer.text))
            event(QStringLiteral("response.output_text.delta"), place, {{QStringLiteral("delta"), piece}, {QStringLiteral("logprobs"), QJsonArray()}});
        const QJsonArray notes = annotations(answer.unsure);
        for (qsizetype i = 0; i < notes.size(); ++i)
            event(QStringLiteral("response.output_text.annotation.added"), place,
                  {{QStringLiteral("annotation_index"), i}, {QStringLiteral("annotation"), notes.at(i)}});
        event(QStringLiteral("response.output_text.done"), place, {{QStringLiteral("text"), answer.text}, {QStringLiteral("logprobs"), QJsonArray()}});
        event(QStringLiteral("response.content_part.done"), place, {{QStringLiteral("part"), textPart(answer.text, notes)}});
        item[QStringLiteral("content")] = QJsonArray{textPart(answer.text, notes)};
        item[QStringLiteral("status")] = QStringLiteral("completed");
        m_outputTokens += tokens(answer.text.toUtf8().size());
        done(item);
    }

    ResponseEvents complete()
    {
        const qint64 output = m_outputTokens + m_reasoningTokens;
        m_response[QStringLiteral("status")] = QStringLiteral("completed");
        m_response[QStringLiteral("output")] = m_output;
        m_response[QStringLiteral("usage")] = QJsonObject{
            {QStringLiteral("input_tokens"), m_inputTokens},
            {QStringLiteral("input_tokens_details"), QJsonObject{{QStringLiteral("cached_tokens"), 0}}},
            {QStringLiteral("output_tokens"), output},
            {QStringLiteral("output_tokens_details"), QJsonObject{{QStringLiteral("reasoning_tokens"), m_reasoningTokens}}},
            {QStringLiteral("total_tokens"), m_inputTokens + output}};
        event(QStringLiteral("response.completed"), {{QStringLiteral("response"), m_response}});
        return {m_frames, m_response};
    }

private:
    QString id(const char *prefix)
    {
        const QByteArray source = m_seed + '/' + QByteArray::number(m_ids++);
        return QLatin1String(prefix) + QString::fromLatin1(QCryptographicHash::hash(source, QCryptographicHash::Sha256).toHex().left(32));
    }

    qsizetype index() const { return m_output.size(); }

    static QJsonObject summaryPart(const QString &text)
    {
        return {{QStringLiteral("type"), QStringLiteral("summary_text")}, {QStringLiteral("text"), text}};
    }

    static QJsonObject textPart(const QString &text, const QJsonArray &notes)
    {
        return {{QStringLiteral("type"), QStringLiteral("output_text")},
                {QStringLiteral("text"), text},
                {QStringLiteral("annotations"), notes},
                {QStringLiteral("logprobs"), QJsonArray()}};
    }

    void added(const QJsonObject &item)
    {
        event(QStringLiteral("response.output_item.added"), {{QStringLiteral("output_index"), index()}, {QStringLiteral("item"), item}});
    }

    void done(const QJsonObject &item)
    {
        event(QStringLiteral("response.output_item.done"), {{QStringLiteral("output_index"), index()}, {QStringLiteral("item"), item}});
        m_output.append(item);
    }

    void event(const QString &type, QJsonObject fields, const QJsonObject &more = {})
    {
        for (auto it = more.begin(); it != more.end(); ++it)
            fields.insert(it.key(), it.value());
        fields.insert(QStringLiteral("type"), type);
        fields.insert(QStringLiteral("sequence_number"), m_sequence++);
        m_frames.append("event: " + type.toUtf8() + "\ndata: " + toJson(fields) + "\n\n");
    }

    QByteArray m_seed;
    QJsonObject m_response;
    QJsonArray m_output;
    QList<QByteArray> m_frames;
    qint64 m_sequence = 0;
    qint64 m_ids = 0;
    qint64 m_inputTokens = 0;
    qint64 m_outputTokens = 0;
    qint64 m_reasoningTokens = 0;
};

} // namespace

ResponseEvents responseEvents(const QJsonObject &request, const PlanStep &step, const QByteArray &seed, qint64 secondsSinceEpoch)
{
    Writer writer(request, seed, secondsSinceEpoch);
    if (!step.reasoning.isEmpty())
        writer.reasoning(step.reasoning);
    if (step.answer)
        writer.answer(*step.answer);
    for (const PlannedCall &call : step.calls)
        writer.call(call);
    return writer.complete();
}

} // namespace vitrine
