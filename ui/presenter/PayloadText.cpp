#include "presenter/PayloadText.h"

#include "presenter/Words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QtEndian>

namespace vitrine::payload {

namespace {

// Where translators find these sentences.
class PayloadText
{
    Q_DECLARE_TR_FUNCTIONS(PayloadText)
};

constexpr qsizetype longestText = 2000; // of base64; anything longer is no text that a person would read

quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : 0;
}

// PNG: the IHDR chunk. JPEG: the first frame header.
QSize sizeInHeader(const QByteArray &head)
{
    if (head.startsWith("\x89PNG") && head.size() >= 24)
        return {qFromBigEndian<qint32>(head.constData() + 16), qFromBigEndian<qint32>(head.constData() + 20)};
    if (!head.startsWith("\xff\xd8"))
        return {};
    qsizetype at = 2;
    while (at + 9 < head.size() && static_cast<quint8>(head[at]) == 0xff) {
        const auto marker = static_cast<quint8>(head[at + 1]);
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return {number16(head, at + 7), number16(head, at + 5)};
        at += 2 + std::max<qsizetype>(2, number16(head, at + 2));
    }
    return {};
}

SentPicture pictureOf(const QString &mime, QStringView base64)
{
    constexpr qsizetype headCharacters = 64 * 1024;
    const QByteArray head = QByteArray::fromBase64(base64.left(headCharacters).toLatin1());
    return {mime, base64.size() / 4 * 3, sizeInHeader(head)};
}

// The picture that a JSON string is, if it is one: a data URL, or plain base64 beside its type.
std::optional<SentPicture> pictureIn(const QString &text, const QJsonObject &beside)
{
    if (text.startsWith(QLatin1String("data:image/"))) {
        const qsizetype comma = text.indexOf(QLatin1Char(','));
        return pictureOf(text.mid(5, text.indexOf(QLatin1Char(';')) - 5), QStringView(text).sliced(comma + 1));
    }
    if (text.size() < longestText)
        return std::nullopt;
    for (const char *key : {"media_type", "mimeType", "mime_type"}) {
        const QString mime = beside.value(QLatin1String(key)).toString();
        if (mime.startsWith(QLatin1String("image/")))
            return pictureOf(mime, text);
    }
    return std::nullopt;
}

QString sizeText(const SentPicture &picture)
{
    const QString bytes = words::size(picture.bytes);
    return picture.size.isEmpty() ? QStringLiteral("%1, %2").arg(picture.mime, bytes)
                                  : QStringLiteral("%1, %2×%3, %4").arg(picture.mime).arg(picture.size.width()).arg(picture.size.height()).arg(bytes);
}

QJsonValue shortened(const QJsonValue &value, const QJsonObject &beside, QList<SentPicture> &pictures)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QJsonObject whole = object;
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = shortened(member.value(), whole, pictures);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray whole = value.toArray();
        for (const QJsonValue &element : whole)
            array.append(shortened(element, {}, pictures));
        return array;
    }
    if (!value.isString())
        return value;
    const std::optional<SentPicture> picture = pictureIn(value.toString(), beside);
    if (!picture)
        return value;
    pictures.append(*picture);
    return QStringLiteral("[%1]").arg(sizeText(*picture));
}

QJsonValue parsedAndShortened(const QByteArray &request, QList<SentPicture> &pictures)
{
    const QJsonDocument document = QJsonDocument::fromJson(request);
    return document.isObject() ? shortened(document.object(), {}, pictures) : QJsonValue();
}

// Within single quotes of a shell nothing but the quote itself has a meaning.
QString quoted(const QString &text)
{
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString keyHeaderOf(const QString &api)
{
    if (api == QLatin1String("messages"))
        return QStringLiteral("\"x-api-key: $API_KEY\"");
    return api == QLatin1String("gemini") ? QStringLiteral("\"x-goog-api-key: $API_KEY\"") : QStringLiteral("\"Authorization: Bearer $API_KEY\"");
}

QString usageText(const Usage &usage)
{
    const QLocale locale;
    QStringList parts;
    if (usage.input)
        parts.append(PayloadText::tr("%1 in").arg(locale.toString(*usage.input)));
    if (usage.cached && *usage.cached > 0)
        parts.append(PayloadText::tr("%1 of them cached").arg(locale.toString(*usage.cached)));
    if (usage.output)
        parts.append(PayloadText::tr("%1 out").arg(locale.toString(*usage.output)));
    if (usage.reasoning && *usage.reasoning > 0)
        parts.append(PayloadText::tr("%1 of them for thinking").arg(locale.toString(*usage.reasoning)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QList<SentPicture> picturesIn(const QByteArray &request)
{
    QList<SentPicture> pictures;
    parsedAndShortened(request, pictures);
    return pictures;
}

QString requestText(const QByteArray &request)
{
    QList<SentPicture> pictures;
    const QJsonValue json = parsedAndShortened(request, pictures);
    return json.isObject() ? QString::fromUtf8(QJsonDocument(json.toObject()).toJson()) : QString::fromUtf8(request);
}

QString responseText(const WireRecord &record)
{
    const QJsonDocument document = QJsonDocument::fromJson(record.response);
    QString text = document.isObject() ? QString::fromUtf8(document.toJson()) : QString::fromUtf8(record.response);
    if (record.response.size() < record.responseBytes)
        text += QLatin1Char('\n') + PayloadText::tr("(the first %1 of %2)").arg(words::size(record.response.size()), words::size(record.responseBytes));
    return text;
}

QString headersText(const WireRecord &record)
{
    QStringList lines{QStringLiteral("%1 %2").arg(QString::fromLatin1(record.method), record.url.toString(QUrl::RemoveUserInfo))};
    for (const auto &[name, value] : record.requestHeaders)
        lines.append(QString::fromLatin1(name + ": " + value));
    lines.append(QString());
    lines.append(record.status == 0 ? PayloadText::tr("no answer") : QString::number(record.status));
    for (const auto &[name, value] : record.responseHeaders) {
        const bool secret = name.compare("set-cookie", Qt::CaseInsensitive) == 0;
        lines.append(QString::fromLatin1(name + ": " + (secret ? "[hidden]" : value)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString curlCommand(const WireRecord &record)
{
    QString command = QStringLiteral("curl -N %1 -H %2 -H 'Content-Type: application/json'").arg(quoted(record.url.toString(QUrl::RemoveUserInfo)), keyHeaderOf(record.api));
    for (const auto &[name, value] : record.requestHeaders)
        command += QStringLiteral(" -H ") + quoted(QString::fromLatin1(name + ": " + value));
    // What a shell takes as one argument ends at 128 kB.
    constexpr qsizetype longestArgument = 100 * 1024;
    const QString body = QString::fromUtf8(record.request);
    if (record.request.size() < longestArgument)
        return command + QStringLiteral(" --data-binary ") + quoted(body);
    return command + QStringLiteral(" --data-binary @- <<'REQUEST'\n%1\nREQUEST").arg(body);
}

QString titleOf(const WireRecord &record)
{
    QStringList parts{record.model};
    parts.append(record.status == 0 ? PayloadText::tr("no answer") : QString::number(record.status));
    parts.append(PayloadText::tr("%1 s").arg(QLocale().toString(double(record.milliseconds) / 1000, 'f', 1)));
    parts.append(PayloadText::tr("%1 sent").arg(words::size(record.request.size())));
    return parts.join(QStringLiteral(" · "));
}

QStringList factsOf(const WireRecord &record)
{
    QStringList facts;
    if (!record.error.isEmpty())
        facts.append(record.error);
    if (!record.leftOut.isEmpty())
        facts.append(PayloadText::tr("Left out, because this model was found not to take it: %1").arg(record.leftOut.join(QStringLiteral(", "))));
    const QList<SentPicture> pictures = picturesIn(record.request);
    for (qsizetype i = 0; i < pictures.size(); ++i)
        facts.append(PayloadText::tr("Picture %1: %2").arg(QString::number(i + 1), sizeText(pictures[i])));
    if (const QString usage = usageText(record.usage); !usage.isEmpty())
        facts.append(PayloadText::tr("Tokens by the provider's count: %1").arg(usage));
    return facts;
}

} // namespace vitrine::payload
