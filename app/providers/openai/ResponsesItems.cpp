#include "providers/openai/ResponsesItems.h"

#include "base/Json.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine::responses {

namespace {

QString typeOf(const QJsonObject &object)
{
    return object.value(QLatin1String("type")).toString();
}

// Converts the offsets of annotations, which count code points or UTF-16 units: no recording tells which, so the cited address decides.
class Offsets
{
public:
    explicit Offsets(const QString &text) : m_text(text)
    {
        m_hasPairs = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate(); });
        if (!m_hasPairs)
            return;
        m_codePoints = text.toUcs4();
        m_before.reserve(text.size() + 1);
        for (qsizetype seen = 0; const QChar c : text) {
            m_before.append(seen);
            seen += !c.isLowSurrogate();
        }
        m_before.append(m_codePoints.size());
    }
    qsizetype length() const { return m_hasPairs ? m_codePoints.size() : m_text.size(); }

    // In code points, within the text.
    TextSpan codePoints(qint64 start, qint64 end) const
    {
        TextSpan span;
        span.start = std::clamp<qint64>(start, 0, length());
        span.end = std::clamp<qint64>(end, span.start, length());
        return span;
    }
    TextSpan span(qint64 start, qint64 end, const QString &url) const
    {
        const TextSpan asCodePoints = codePoints(start, end);
        if (!m_hasPairs || url.isEmpty() || slice(asCodePoints).contains(url))
            return asCodePoints;
        const qint64 first = std::clamp<qint64>(start, 0, m_text.size());
        const qint64 last = std::clamp<qint64>(end, first, m_text.size());
        if (!QStringView(m_text).mid(first, std::min(last - first, longestCitation)).contains(url))
            return asCodePoints;
        return codePoints(m_before[first], m_before[last]);
    }

private:
    static constexpr qint64 longestCitation = 8192;

    QString slice(const TextSpan &span) const
    {
        const qsizetype size = std::min<qsizetype>(span.end - span.start, longestCitation);
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(m_codePoints.constData()) + span.start, size);
    }

    QString m_text;
    QList<uint> m_codePoints;
    QList<qsizetype> m_before; // code points before each UTF-16 unit
    bool m_hasPairs = false;
};

void takeAnnotation(const QJsonObject &annotation, const Offsets &offsets, qsizetype before, AgentMessage &message)
{
    const qint64 start = annotation.value(QLatin1String("start_index")).toInteger();
    const qint64 end = annotation.value(QLatin1String("end_index")).toInteger();
    const QString type = typeOf(annotation);
    if (type == QLatin1String("vitrine_unsure")) {
        const TextSpan span = offsets.codePoints(start, end);
        if (span.end > span.start)
            message.unsure.append({span.start + before, span.end + before});
        return;
    }
    Citation citation;
    citation.url = annotation.value(QLatin1String("url")).toString();
    citation.title = annotation.value(QLatin1String(type == QLatin1String("url_citation") ? "title" : "filename")).toString();
    const TextSpan span = offsets.span(start, end, citation.url);
    citation.start = span.start + before;
    citation.end = span.end + before;
    message.citations.append(citation);
}

AgentMessage messageOf(const QJsonObject &item, const QByteArray &raw)
{
    AgentMessage message;
    message.text = messageText(item);
    message.providerItem = raw;
    qsizetype before = 0;
    const QJsonArray content = item.value(QLatin1String("content")).toArray();
    for (const QJsonValue &value : content) {
        const QJsonObject part = value.toObject();
        if (typeOf(part) != QLatin1String("output_text"))
            continue;
        const Offsets offsets(part.value(QLatin1String("text")).toString());
        const QJsonArray annotations = part.value(QLatin1String("annotations")).toArray();
        for (const QJsonValue &annotation : annotations)
            takeAnnotation(annotation.toObject(), offsets, before, message);
        before += offsets.length();
    }
    const QString refusal = refusalText(item);
    if (!refusal.isEmpty()) {
        message.refusal = true;
        if (!message.text.isEmpty())
            message.text += QStringLiteral("\n\n");
        message.text += refusal;
    }
    return message;
}

QString textOrJson(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(toJson(value.toObject()));
    if (value.isArray())
        return QString::fromUtf8(toJson(value.toArray()));
    return value.toVariant().toString();
}

// Code interpreter: [{type: logs, logs}, {type: image, url}].
QString outputsText(const QJsonArray &outputs)
{
    QString text;
    for (const QJsonValue &output : outputs) {
        const QJsonValue logs = output.toObject().value(QLatin1String("logs"));
        text += logs.isString() ? logs.toString() : textOrJson(output);
    }
    return text;
}

HostedCall hostedCallOf(QJsonObject item, const QByteArray &raw)
{
    HostedCall call;
    call.type = typeOf(item);
    call.outcome = item.value(QLatin1String("status")).toString();
    call.providerItem = raw;
    const QJsonValue outputs = item.value(QLatin1String("outputs"));
    if (outputs.isArray())
        call.output = outputsText(outputs.toArray());
    for (const char *key : {"output", "results", "tools", "error"}) {
        if (call.output.isEmpty())
            call.output = textOrJson(item.value(QLatin1String(key)));
    }
    // What remains is what the call was given. `result` is a whole picture; it stays in providerItem only.
    for (const char *key : {"type", "id", "status", "outputs", "output", "results", "tools", "error", "result", "encrypted_content"})
        item.remove(QLatin1String(key));
    call.arguments = toJson(item);
    return call;
}

ToolCall toolCallOf(const QJsonObject &item, const QByteArray &raw)
{
    ToolCall call;
    call.callId.value = item.value(QLatin1String("call_id")).toString();
    if (call.callId.isEmpty())
        call.callId.value = item.value(QLatin1String("id")).toString();
    call.name = item.value(QLatin1String("name")).toString();
    call.arguments = textOrJson(item.value(QLatin1String(isCustomCall(typeOf(item)) ? "input" : "arguments")));
    call.providerItem = raw;
    return call;
}

QString joinedParts(const QJsonValue &parts, const char *type, const char *field, const char *separator)
{
    QString text;
    const QJsonArray array = parts.toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject part = value.toObject();
        if (typeOf(part) != QLatin1String(type))
            continue;
        if (!text.isEmpty())
            text += QLatin1String(separator);
        text += part.value(QLatin1String(field)).toString();
    }
    return text;
}

} // namespace

QString messageText(const QJsonObject &item)
{
    return joinedParts(item.value(QLatin1String("content")), "output_text", "text", "");
}

QString refusalText(const QJsonObject &item)
{
    return joinedParts(item.value(QLatin1String("content")), "refusal", "refusal", "");
}

QString reasoningText(const QJsonObject &item)
{
    const QString summary = joinedParts(item.value(QLatin1String("summary")), "summary_text", "text", "\n\n");
    if (!summary.isEmpty())
        return summary;
    return joinedParts(item.value(QLatin1String("content")), "reasoning_text", "text", "\n\n");
}

bool isCustomCall(const QString &type)
{
    return type == QLatin1String("custom_tool_call");
}

ItemBody bodyOf(const QJsonObject &item, const QByteArray &raw)
{
    const QString type = typeOf(item);
    if (type == QLatin1String("message"))
        return messageOf(item, raw);
    if (type == QLatin1String("reasoning"))
        return Reasoning{reasoningText(item), std::nullopt, raw};
    if (type == QLatin1String("function_call") || isCustomCall(type))
        return toolCallOf(item, raw);
    return hostedCallOf(item, raw);
}

QString pictureMime(const QJsonObject &item)
{
    const QString format = item.value(QLatin1String("output_format")).toString();
    return QStringLiteral("image/") + (format.isEmpty() ? QStringLiteral("png") : format);
}

QList<ProducedFile> filesOf(const QJsonObject &item)
{
    QList<ProducedFile> files;
    const QByteArray result = item.value(QLatin1String("result")).toString().toLatin1();
    if (typeOf(item) == QLatin1String("image_generation_call") && !result.isEmpty()) {
        const QString mime = pictureMime(item);
        files.append({QStringLiteral("picture.") + mime.section(QLatin1Char('/'), 1), mime, QByteArray::fromBase64(result)});
    }
    const QJsonArray outputs = item.value(QLatin1String("outputs")).toArray();
    for (const QJsonValue &output : outputs) {
        // data:image/png;base64,...; other addresses point to a container and are not public.
        const QString url = output.toObject().value(QLatin1String("url")).toString();
        const qsizetype comma = url.indexOf(QLatin1String(";base64,"));
        if (!url.startsWith(QLatin1String("data:image/")) || comma < 0)
            continue;
        const QString mime = url.mid(5, comma - 5);
        files.append({QStringLiteral("chart_%1.").arg(files.size() + 1) + mime.section(QLatin1Char('/'), 1), mime, QByteArray::fromBase64(url.mid(comma + 8).toLatin1())});
    }
    return files;
}

QList<FileToFetch> containerFilesIn(const QJsonObject &message)
{
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9_-]{1,200}$"));
    QList<FileToFetch> files;
    const QJsonArray content = message.value(QLatin1String("content")).toArray();
    for (const QJsonValue &part : content) {
        const QJsonArray annotations = part.toObject().value(QLatin1String("annotations")).toArray();
        for (const QJsonValue &value : annotations) {
            const QJsonObject annotation = value.toObject();
            const QString container = annotation.value(QLatin1String("container_id")).toString();
            const QString file = annotation.value(QLatin1String("file_id")).toString();
            if (typeOf(annotation) != QLatin1String("container_file_citation") || !id.match(container).hasMatch() || !id.match(file).hasMatch())
                continue;
            const FileToFetch wanted{QStringLiteral("/containers/%1/files/%2/content").arg(container, file), annotation.value(QLatin1String("filename")).toString(file)};
            if (!files.contains(wanted))
                files.append(wanted);
        }
    }
    return files;
}

} // namespace vitrine::responses
