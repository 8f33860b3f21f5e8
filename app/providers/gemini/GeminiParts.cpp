#include "providers/gemini/GeminiParts.h"

#include "base/Json.h"
#include "providers/JsonSlice.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace vitrine::gemini {

namespace {

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QString suffixFor(const QString &mime)
{
    const QString kind = mime.section(QLatin1Char('/'), 1).section(QLatin1Char(';'), 0, 0).toLower();
    return kind == QLatin1String("jpeg") ? QStringLiteral("jpg") : kind.isEmpty() ? QStringLiteral("bin") : kind;
}

} // namespace

QByteArray toBytes(const Envelope &envelope)
{
    QJsonObject head{{QStringLiteral("api"), QStringLiteral("gemini")}};
    if (!envelope.callId.isEmpty())
        head[QStringLiteral("call_id")] = envelope.callId;
    QByteArray json = toJson(head);
    json.chop(1);
    return json + ",\"parts\":[" + envelope.parts.join(',') + "]}";
}

std::optional<Envelope> envelopeFrom(const QByteArray &providerItem)
{
    const QJsonObject json = QJsonDocument::fromJson(providerItem).object();
    const QJsonArray parts = json.value(QLatin1String("parts")).toArray();
    if (stringIn(json, "api") != QLatin1String("gemini"))
        return std::nullopt;
    Envelope envelope{stringIn(json, "call_id"), {}};
    const QList<QByteArrayView> raw = jsonElements(jsonMember(providerItem, "parts"));
    for (qsizetype i = 0; i < std::min(raw.size(), parts.size()); ++i) {
        if (parts[i].isObject())
            envelope.parts.append(raw[i].toByteArray());
    }
    return envelope;
}

QByteArray bytesFromBase64(const QString &text)
{
    QByteArray base64 = text.toLatin1();
    base64.replace('-', '+').replace('_', '/');
    return QByteArray::fromBase64(base64);
}

bool isPicture(const QString &mime)
{
    return mime.startsWith(QLatin1String("image/"), Qt::CaseInsensitive);
}

ProducedFile producedFile(const QJsonObject &inlineData, int number)
{
    ProducedFile file;
    file.mime = stringIn(inlineData, "mimeType");
    file.bytes = bytesFromBase64(stringIn(inlineData, "data"));
    file.name = stringIn(inlineData, "displayName");
    if (file.name.isEmpty()) {
        const QString stem = isPicture(file.mime) ? QStringLiteral("picture") : QStringLiteral("file");
        file.name = QStringLiteral("%1_%2.%3").arg(stem).arg(number).arg(suffixFor(file.mime));
    }
    return file;
}

QString hostedTypeOf(const QString &toolType)
{
    if (toolType == QLatin1String("GOOGLE_SEARCH_WEB") || toolType == QLatin1String("GOOGLE_SEARCH"))
        return QStringLiteral("web_search");
    return toolType.isEmpty() ? QStringLiteral("tool") : toolType.toLower();
}

HostedCall codeCall(const QJsonObject &executableCode)
{
    HostedCall call;
    call.type = QStringLiteral("code_execution");
    QJsonObject arguments;
    for (const char *key : {"code", "language"}) {
        const QString value = stringIn(executableCode, key);
        if (!value.isEmpty())
            arguments[QLatin1String(key)] = value;
    }
    call.arguments = toJson(arguments);
    return call;
}

HostedCall toolCall(const QJsonObject &tool)
{
    HostedCall call;
    call.type = hostedTypeOf(stringIn(tool, "toolType"));
    call.arguments = toJson(tool.value(QLatin1String("args")).toObject());
    return call;
}

HostedCall fileCall(const QJsonObject &data)
{
    HostedCall call;
    const QString mime = stringIn(data, "mimeType");
    call.type = isPicture(mime) ? QStringLiteral("image") : QStringLiteral("file");
    QJsonObject arguments{{QStringLiteral("mime_type"), mime}};
    const QString uri = stringIn(data, "fileUri");
    if (!uri.isEmpty())
        arguments[QStringLiteral("uri")] = uri;
    call.arguments = toJson(arguments);
    call.outcome = QStringLiteral("completed");
    return call;
}

QString textOrJson(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(toJson(value.toObject()));
    if (value.isArray())
        return QString::fromUtf8(toJson(value.toArray()));
    return value.toVariant().toString();
}

} // namespace vitrine::gemini
