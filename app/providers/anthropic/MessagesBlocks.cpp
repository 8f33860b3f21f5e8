#include "providers/anthropic/MessagesBlocks.h"

#include "base/Json.h"
#include "providers/JsonSlice.h"

#include <QJsonDocument>
#include <QStringList>

namespace vitrine::messages {

namespace {

constexpr char envelopeType[] = "messages_blocks";

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

// Results nest: a fetched page holds a document, which holds a source, which holds the text. Deeper than that nothing is for a person.
constexpr int deepest = 8;

QString readable(const QJsonValue &value, int depth);

QString readableObject(const QJsonObject &object, int depth)
{
    if (stringIn(object, "type") == QLatin1String("base64")) // a picture or a PDF
        return {};
    QStringList lines;
    for (const char *key : {"title", "url", "tool_name", "text", "stdout", "stderr", "data", "lines", "tool_references", "source", "content"}) {
        const QString text = readable(object.value(QLatin1String(key)), depth + 1);
        if (!text.isEmpty())
            lines.append(text);
    }
    const QJsonValue exit = object.value(QLatin1String("return_code"));
    if (exit.isDouble() && exit.toInteger() != 0)
        lines.append(QStringLiteral("exit status %1").arg(exit.toInteger()));
    return lines.join(QLatin1Char('\n'));
}

QString readable(const QJsonValue &value, int depth)
{
    if (depth > deepest)
        return {};
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return readableObject(value.toObject(), depth);
    QStringList parts;
    const QJsonArray array = value.toArray();
    bool objects = false;
    for (const QJsonValue &element : array) {
        const QString text = readable(element, depth + 1);
        objects = objects || element.isObject();
        if (!text.isEmpty() || element.isString())
            parts.append(text);
    }
    // Search results stand apart; the lines of a changed file do not.
    return parts.join(objects ? QStringLiteral("\n\n") : QStringLiteral("\n"));
}

} // namespace

QByteArray wrapped(const Envelope &envelope)
{
    QByteArray json = toJson(QJsonObject{{QStringLiteral("type"), QLatin1String(envelopeType)}, {QStringLiteral("model"), envelope.model}});
    json.chop(1);
    return json + ",\"blocks\":[" + envelope.blocks.join(',') + "]}";
}

std::optional<Envelope> unwrapped(const QByteArray &providerItem)
{
    // Other items may be long; their type is not worth parsing them.
    if (!providerItem.contains(envelopeType))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(providerItem).object();
    if (stringIn(json, "type") != QLatin1String(envelopeType))
        return std::nullopt;
    Envelope envelope{stringIn(json, "model"), {}};
    const QList<QByteArrayView> blocks = jsonElements(jsonMember(providerItem, "blocks"));
    for (const QByteArrayView block : blocks)
        envelope.blocks.append(block.toByteArray());
    return envelope;
}

QByteArray withMember(const QByteArray &object, const char *key, const QByteArray &value)
{
    const QByteArrayView old = jsonMember(object, key);
    if (!old.isEmpty()) {
        QByteArray changed = object;
        changed.replace(old.data() - object.constData(), old.size(), value);
        return changed;
    }
    const qsizetype end = object.lastIndexOf('}');
    if (end < 0)
        return object;
    const QByteArray head = object.first(end).trimmed();
    return head + (head.endsWith('{') ? "\"" : ",\"") + key + "\":" + value + '}';
}

QByteArray jsonString(const QString &text)
{
    QByteArray list = toJson(QJsonArray{text});
    return list.sliced(1, list.size() - 2);
}

bool isHostedUse(const QString &type)
{
    return type.endsWith(QLatin1String("_tool_use"));
}

bool isHostedResult(const QString &type)
{
    return type.endsWith(QLatin1String("_tool_result"));
}

bool isThinking(const QString &type)
{
    return type == QLatin1String("thinking") || type == QLatin1String("redacted_thinking");
}

Citation citationOf(const QJsonObject &json)
{
    Citation citation;
    citation.url = stringIn(json, "url");
    if (citation.url.isEmpty())
        citation.url = stringIn(json, "source"); // search_result_location
    citation.title = stringIn(json, "title");
    if (citation.title.isEmpty())
        citation.title = stringIn(json, "document_title"); // places in a document
    return citation;
}

QString outcomeOf(const QJsonObject &result)
{
    const QString code = stringIn(result.value(QLatin1String("content")).toObject(), "error_code");
    if (!code.isEmpty())
        return code;
    return result.value(QLatin1String("is_error")).toBool() ? QStringLiteral("failed") : QStringLiteral("completed");
}

QString outputOf(const QJsonObject &result)
{
    const QJsonValue content = result.value(QLatin1String("content"));
    const QString text = readable(content, 0);
    return text.isEmpty() ? stringIn(content.toObject(), "error_message") : text;
}

} // namespace vitrine::messages
