#include "imaging/FileType.h"

#include <QHash>
#include <QJsonDocument>
#include <QList>
#include <QStringDecoder>

namespace vitrine {

namespace {

QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.mid(dot + 1).toLower();
}

QString pictureMime(const QByteArray &head)
{
    const QByteArray family = head.mid(4, 8);
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return QStringLiteral("image/png");
    if (head.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a"))
        return QStringLiteral("image/gif");
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return QStringLiteral("image/webp");
    if (head.startsWith(QByteArray("II*\0", 4)) || head.startsWith(QByteArray("MM\0*", 4)))
        return QStringLiteral("image/tiff");
    // "BM" alone begins many a text; the four reserved bytes are zero in pictures.
    if (head.startsWith("BM") && head.mid(6, 4) == QByteArray(4, '\0'))
        return QStringLiteral("image/bmp");
    if (family == "ftypavif")
        return QStringLiteral("image/avif");
    if (family == "ftypheic" || family == "ftypheix" || family == "ftypmif1")
        return QStringLiteral("image/heic");
    return {};
}

bool isText(const QByteArray &head)
{
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return true;
    if (head.contains('\0'))
        return false;
    // A character may be cut at the end of the head; the decoder waits for its rest without an error.
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(head);
    Q_UNUSED(text)
    return !decoder.hasError();
}

// The same number of separators in each of the first lines, of which there are two or more.
bool isTable(const QByteArray &head, char separator)
{
    const QList<QByteArray> lines = head.split('\n').mid(0, 6);
    if (lines.size() < 3) // two lines and what follows the last break
        return false;
    const qsizetype count = lines[0].count(separator);
    for (qsizetype i = 1; i < lines.size() - 1; ++i) {
        if (lines[i].count(separator) != count)
            return false;
    }
    return count > 0;
}

QString textMime(const QByteArray &head, bool isWhole, const QString &extension)
{
    static const QHash<QString, QString> byName{
        {QStringLiteral("csv"), QStringLiteral("text/csv")},
        {QStringLiteral("tsv"), QStringLiteral("text/tab-separated-values")},
        {QStringLiteral("tab"), QStringLiteral("text/tab-separated-values")},
        {QStringLiteral("json"), QStringLiteral("application/json")},
        {QStringLiteral("jsonl"), QStringLiteral("application/x-ndjson")},
        {QStringLiteral("ndjson"), QStringLiteral("application/x-ndjson")},
        {QStringLiteral("md"), QStringLiteral("text/markdown")},
        {QStringLiteral("html"), QStringLiteral("text/html")},
        {QStringLiteral("htm"), QStringLiteral("text/html")},
        {QStringLiteral("xml"), QStringLiteral("application/xml")},
        {QStringLiteral("svg"), QStringLiteral("image/svg+xml")},
    };
    if (const auto known = byName.constFind(extension); known != byName.cend())
        return *known;
    if (!extension.isEmpty())
        return QStringLiteral("text/plain");
    if (isWhole && !QJsonDocument::fromJson(head).isNull())
        return QStringLiteral("application/json");
    if (isTable(head, '\t'))
        return QStringLiteral("text/tab-separated-values");
    return isTable(head, ',') ? QStringLiteral("text/csv") : QStringLiteral("text/plain");
}

QString zipMime(const QString &extension)
{
    const QString office = QStringLiteral("application/vnd.openxmlformats-officedocument.");
    if (extension == QLatin1String("xlsx") || extension == QLatin1String("xlsm"))
        return office + QStringLiteral("spreadsheetml.sheet");
    if (extension == QLatin1String("docx"))
        return office + QStringLiteral("wordprocessingml.document");
    if (extension == QLatin1String("pptx"))
        return office + QStringLiteral("presentationml.presentation");
    return QStringLiteral("application/zip");
}

} // namespace

FileType fileTypeOf(const QByteArray &head, bool isWhole, const QString &name)
{
    if (const QString mime = pictureMime(head); !mime.isEmpty())
        return {mime, true};
    const QString extension = extensionOf(name);
    if (head.startsWith("%PDF-"))
        return {QStringLiteral("application/pdf"), false};
    if (head.startsWith("PK\x03\x04"))
        return {zipMime(extension), false};
    if (isText(head))
        return {textMime(head, isWhole, extension), false};
    return {QStringLiteral("application/octet-stream"), false};
}

bool isNamedLikePicture(const QString &name)
{
    static const QList<QString> extensions{QStringLiteral("png"), QStringLiteral("jpg"),  QStringLiteral("jpeg"), QStringLiteral("gif"), QStringLiteral("webp"),
                                           QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("bmp"),  QStringLiteral("avif"), QStringLiteral("heic")};
    return extensions.contains(extensionOf(name));
}

QString safeLabel(const QString &fileName)
{
    QString label;
    for (QChar c : fileName) {
        const QChar::Category category = c.category();
        const bool hides = category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph;
        label += hides ? QChar(u'_') : c;
    }
    return label;
}

} // namespace vitrine
