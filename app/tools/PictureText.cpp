#include "tools/PictureText.h"

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

double scaleX(const GalleryPicture &picture)
{
    return picture.size.width() > 0 ? double(picture.sentSize.width()) / picture.size.width() : 1.0;
}

double scaleY(const GalleryPicture &picture)
{
    return picture.size.height() > 0 ? double(picture.sentSize.height()) / picture.size.height() : 1.0;
}

QString escaped(const QString &text)
{
    QString result;
    for (QChar c : text) {
        if (c == u'\\' || c == u'{' || c == u'}')
            result += u'\\';
        result += c.isSpace() ? QChar(u' ') : c;
    }
    return result;
}

QString lineText(const QJsonObject &line)
{
    const QJsonArray words = line[QStringLiteral("words")].toArray();
    if (words.isEmpty())
        return escaped(line[QStringLiteral("text")].toString());
    QStringList parts;
    for (const QJsonValue &value : words) {
        const QJsonObject word = value.toObject();
        const double confidence = word[QStringLiteral("confidence")].toDouble();
        const QString text = escaped(word[QStringLiteral("text")].toString());
        parts.append(confidence < unsureWordConfidence ? QStringLiteral("{%1?%2}").arg(text).arg(std::lround(confidence)) : text);
    }
    return parts.join(u' ');
}

QRectF boxOf(const QJsonArray &numbers)
{
    return QRectF(QPointF(numbers.at(0).toDouble(), numbers.at(1).toDouble()), QPointF(numbers.at(2).toDouble(), numbers.at(3).toDouble()));
}

tl::unexpected<Error> wrongBox(const QString &sentence)
{
    return failForModel(ErrorKind::InvalidRequest, sentence);
}

// Boxes of less than a pixel are nearly always fractions that were meant for other units.
QString tooSmallText(const QList<double> &bbox, BoxUnits units)
{
    const double largest = *std::max_element(bbox.begin(), bbox.end());
    QString advice = QStringLiteral("; give a larger box.");
    if (units != BoxUnits::Norm1 && largest <= 1.0)
        advice = QStringLiteral("; did you mean units \"norm1\"?");
    return QStringLiteral("bbox %1 has units %2 and covers less than 1 px").arg(listText(bbox), toString(units)) + advice;
}

QString outsideText(const GalleryPicture &picture, const QList<double> &bbox, BoxUnits units)
{
    const QString sentence = QStringLiteral("bbox lies outside %1 (%2).").arg(picture.id, sizeText(picture.sentSize));
    const bool fitsPixels = bbox[0] >= 0 && bbox[1] >= 0 && bbox[2] <= picture.sentSize.width() && bbox[3] <= picture.sentSize.height();
    if (units != BoxUnits::Pixels && fitsPixels)
        return sentence + QStringLiteral(" Its units are %1; did you mean \"px\"?").arg(toString(units));
    return sentence;
}

} // namespace

QRectF asSent(const GalleryPicture &picture, const QRectF &stored)
{
    const double x = scaleX(picture);
    const double y = scaleY(picture);
    return QRectF(stored.x() * x, stored.y() * y, stored.width() * x, stored.height() * y);
}

Quad asSent(const GalleryPicture &picture, const Quad &stored)
{
    return mapped(Matrix3{scaleX(picture), 0, 0, 0, scaleY(picture), 0, 0, 0, 1}, stored);
}

QJsonArray sentBox(const GalleryPicture &picture, const QRectF &stored)
{
    const QRectF box = asSent(picture, stored);
    QJsonArray array;
    for (double value : {box.left(), box.top(), box.right(), box.bottom()})
        array.append(std::round(value * 1000) / 1000);
    return array;
}

QString boxText(const GalleryPicture &picture, const QRectF &stored)
{
    const QRectF box = asSent(picture, stored);
    return listText({box.left(), box.top(), box.right(), box.bottom()}, 1);
}

QString quadText(const GalleryPicture &picture, const Quad &stored)
{
    const Quad quad = asSent(picture, stored);
    return listText(QList<double>(quad.begin(), quad.end()), 1);
}

QString placeText(const GalleryPicture &picture, const GalleryPicture &root)
{
    const Quad quad = mapped(picture.toRoot, QRectF(QPointF(0, 0), picture.size));
    const QString place = isScaleAndShift(picture.toRoot) ? boxText(root, boundsOf(quad)) : QStringLiteral("corners ") + quadText(root, quad);
    return QStringLiteral("In %1: %2.").arg(root.id, place);
}

QString bothSizesText(const GalleryPicture &picture)
{
    if (picture.size == picture.sentSize)
        return sizeText(picture.size);
    return QStringLiteral("%1 as sent, %2 stored").arg(sizeText(picture.sentSize), sizeText(picture.size));
}

QString newPictureText(const GalleryPicture &picture, const GalleryPicture &root, const QString &what, const QStringList &notes)
{
    QStringList sentences{QStringLiteral("%1: %2 (%3). %4").arg(picture.id, bothSizesText(picture), what, placeText(picture, root))};
    return (sentences + notes).join(u' ');
}

QString repeatText(const GalleryPicture &picture)
{
    return QStringLiteral("%1: %2 (already made as %1). This call repeats %1; look at it again or zoom elsewhere.").arg(picture.id, bothSizesText(picture));
}

QString recognisedText(const GalleryPicture &picture, const QJsonObject &values)
{
    const QJsonArray lines = values[QStringLiteral("lines")].toArray();
    const QString language = values[QStringLiteral("lang")].toString(QStringLiteral("unknown"));
    const QString layout = values[QStringLiteral("layout")].toString(QStringLiteral("page"));
    if (lines.isEmpty()) {
        return QStringLiteral("No words found in %1 (%2; language %3, layout %4). Next, turn it upright with image_rotate and auto, zoom into the "
                              "part with text, clear it up with image_enhance, or try layout \"sparse\".")
            .arg(picture.id, sizeText(picture.sentSize), language, layout);
    }
    QStringList text{QStringLiteral("Text in %1 (%2): language %3, mean confidence %4, %5 lines, layout %6. Boxes are px of %1 as sent.")
                         .arg(picture.id, sizeText(picture.sentSize), language)
                         .arg(std::lround(values[QStringLiteral("confidence")].toDouble()))
                         .arg(lines.size())
                         .arg(layout)};
    std::optional<std::pair<int, int>> last;
    for (const QJsonValue &value : lines) {
        const QJsonObject line = value.toObject();
        const std::pair place(line[QStringLiteral("block")].toInt(), line[QStringLiteral("paragraph")].toInt());
        if (last && *last != place)
            text.append(QString());
        last = place;
        const QRectF box = asSent(picture, boxOf(line[QStringLiteral("bbox")].toArray()));
        text.append(QStringLiteral("%1 conf %2: %3")
                        .arg(listText({box.left(), box.top(), box.right(), box.bottom()}, 0))
                        .arg(std::lround(line[QStringLiteral("confidence")].toDouble()))
                        .arg(lineText(line)));
    }
    return text.join(u'\n');
}

QString barcodeText(const GalleryPicture &picture, const QJsonArray &codes)
{
    if (codes.isEmpty()) {
        return QStringLiteral("No barcode found in %1 (%2). Next, zoom into the code with image_zoom, or clear the picture up with image_enhance.")
            .arg(picture.id, sizeText(picture.sentSize));
    }
    QStringList text{QStringLiteral("%1 %2 in %3 (%4). Corners are px of %3 as sent.")
                         .arg(codes.size())
                         .arg(codes.size() == 1 ? QStringLiteral("code") : QStringLiteral("codes"), picture.id, sizeText(picture.sentSize))};
    for (const QJsonValue &value : codes) {
        const QJsonObject code = value.toObject();
        const QJsonArray numbers = code[QStringLiteral("corners")].toArray();
        Quad corners{};
        for (size_t i = 0; i < corners.size(); ++i)
            corners[i] = numbers.at(qsizetype(i)).toDouble();
        QString payload = code[QStringLiteral("text")].toString();
        payload.replace(u'\\', QStringLiteral("\\\\")).replace(u'\n', QStringLiteral("\\n")).replace(u'\r', QStringLiteral("\\r"));
        text.append(QStringLiteral("%1 %2: %3").arg(code[QStringLiteral("format")].toString(), quadText(picture, corners), payload));
    }
    return text.join(u'\n');
}

QJsonArray boxJson(const QRect &box)
{
    return {box.x(), box.y(), box.x() + box.width(), box.y() + box.height()};
}

QList<double> toStored(const GalleryPicture &picture, const QList<double> &coordinates, BoxUnits units)
{
    double x = 1;
    double y = 1;
    switch (units) {
    case BoxUnits::Pixels:
        x = 1 / scaleX(picture);
        y = 1 / scaleY(picture);
        break;
    case BoxUnits::Norm1000:
        x = picture.size.width() / 1000.0;
        y = picture.size.height() / 1000.0;
        break;
    case BoxUnits::Norm1:
        x = picture.size.width();
        y = picture.size.height();
        break;
    }
    QList<double> stored;
    for (qsizetype i = 0; i < coordinates.size(); ++i)
        stored.append(coordinates[i] * (i % 2 == 0 ? x : y));
    return stored;
}

Result<ResolvedBox> resolveBox(const GalleryPicture &picture, const QList<double> &bbox, BoxUnits units)
{
    static constexpr const char *order = "bbox %1 (%2) must be less than %3 (%4).";
    if (!(bbox[0] < bbox[2]))
        return wrongBox(QString::fromLatin1(order).arg(QStringLiteral("x1"), numberText(bbox[0]), QStringLiteral("x2"), numberText(bbox[2])));
    if (!(bbox[1] < bbox[3]))
        return wrongBox(QString::fromLatin1(order).arg(QStringLiteral("y1"), numberText(bbox[1]), QStringLiteral("y2"), numberText(bbox[3])));
    const QList<double> stored = toStored(picture, bbox, units);
    const QRectF asked(QPointF(stored[0], stored[1]), QPointF(stored[2], stored[3]));
    const QRectF sent = asSent(picture, asked);
    constexpr double tiny = 1e-9;
    if (sent.width() < 1 - tiny || sent.height() < 1 - tiny)
        return wrongBox(tooSmallText(bbox, units));
    const QRectF whole(QPointF(0, 0), picture.size);
    const QRectF box = asked.intersected(whole);
    if (box.width() <= 0 || box.height() <= 0)
        return wrongBox(outsideText(picture, bbox, units));
    // Half a sent pixel beyond the edge is rounding, nothing to speak of.
    const bool clamped = (asked.width() - box.width()) * scaleX(picture) > 0.5 || (asked.height() - box.height()) * scaleY(picture) > 0.5;
    return ResolvedBox{box, clamped};
}

} // namespace vitrine
