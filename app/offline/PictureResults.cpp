#include "offline/PictureResults.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace vitrine {

namespace {

constexpr auto multiline = QRegularExpression::MultilineOption;

QSize sizeFrom(const QRegularExpressionMatch &match, int first)
{
    return {match.captured(first).toInt(), match.captured(first + 1).toInt()};
}

QList<double> numbersFrom(const QString &list)
{
    QList<double> numbers;
    for (const QString &number : list.split(u','))
        numbers.append(number.toDouble());
    return numbers;
}

// "Hello {wor1d?41} \{x\}" to words. A word may hold no space; \ { } are escaped by a backslash.
QList<ReadWord> readWords(const QString &text, int lineConfidence)
{
    QList<ReadWord> words;
    QString word;
    qsizetype mark = -1; // where the last unescaped ? of an unsure word stands
    bool inBraces = false;
    const auto finish = [&](int confidence, bool unsure) {
        if (!word.isEmpty())
            words.append({word, confidence, unsure});
        word.clear();
        mark = -1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\\' && i + 1 < text.size()) {
            word += text.at(++i);
        } else if (c == u'{' && !inBraces) {
            finish(lineConfidence, false);
            inBraces = true;
        } else if (c == u'}' && inBraces) {
            const int confidence = mark >= 0 ? word.mid(mark + 1).toInt() : 0;
            if (mark >= 0)
                word.truncate(mark);
            finish(confidence, true);
            inBraces = false;
        } else if (c == u' ' && !inBraces) {
            finish(lineConfidence, false);
        } else {
            if (c == u'?' && inBraces)
                mark = word.size();
            word += c;
        }
    }
    finish(lineConfidence, inBraces);
    return words;
}

} // namespace

std::optional<MadePicture> readMadePicture(const QString &output)
{
    static const QRegularExpression pattern(QStringLiteral("^(img_\\d+(?:\\.\\d+)+): (\\d+)x(\\d+)(?: as sent, \\d+x\\d+ stored)? \\(([^\\n]*?)\\)(?:\\.|$)"), multiline);
    const auto match = pattern.match(output);
    if (!match.hasMatch())
        return std::nullopt;
    return MadePicture{match.captured(1), sizeFrom(match, 2), match.captured(4)};
}

std::optional<ReadText> readDetectedText(const QString &output)
{
    static const QRegularExpression none(QStringLiteral("^No words found in (img_[\\d.]+) \\((\\d+)x(\\d+); language ([^,;]*), layout ([a-z]*)\\)"), multiline);
    if (const auto match = none.match(output); match.hasMatch())
        return ReadText{match.captured(1), sizeFrom(match, 2), match.captured(4), match.captured(5), 0, {}};

    static const QRegularExpression head(
        QStringLiteral("^Text in (img_[\\d.]+) \\((\\d+)x(\\d+)\\): language ([^,]*), mean confidence (\\d+), \\d+ lines, layout ([a-z]*)\\."), multiline);
    const auto match = head.match(output);
    if (!match.hasMatch())
        return std::nullopt;
    ReadText text{match.captured(1), sizeFrom(match, 2), match.captured(4), match.captured(6), match.captured(5).toInt(), {}};

    static const QRegularExpression line(QStringLiteral("^\\[(-?\\d+),(-?\\d+),(-?\\d+),(-?\\d+)\\] conf (\\d+): (.*)$"));
    int paragraph = 0;
    const QStringList lines = output.mid(match.capturedEnd()).split(u'\n').mid(1);
    for (const QString &row : lines) {
        const auto found = line.match(row);
        if (row.isEmpty())
            ++paragraph;
        if (!found.hasMatch())
            continue;
        const int confidence = found.captured(5).toInt();
        ReadLine read{QRectF(QPointF(found.captured(1).toDouble(), found.captured(2).toDouble()),
                             QPointF(found.captured(3).toDouble(), found.captured(4).toDouble())),
                      confidence, paragraph, readWords(found.captured(6), confidence)};
        if (!read.words.isEmpty())
            text.lines.append(read);
    }
    return text;
}

std::optional<QList<FoundCode>> readFoundCodes(const QString &output)
{
    if (output.startsWith(u"No barcode found in "))
        return QList<FoundCode>{};
    static const QRegularExpression head(QStringLiteral("^\\d+ codes? in img_[\\d.]+ "));
    if (!output.contains(head))
        return std::nullopt;
    static const QRegularExpression line(QStringLiteral("^(\\S[^\\[\\n]*) \\[([-\\d.,]+)\\]: (.*)$"), multiline);
    QList<FoundCode> codes;
    for (auto it = line.globalMatch(output); it.hasNext();) {
        const auto match = it.next();
        QString payload;
        const QString written = match.captured(3);
        for (qsizetype i = 0; i < written.size(); ++i) {
            const bool escape = written.at(i) == u'\\' && i + 1 < written.size();
            const QChar c = escape ? written.at(++i) : written.at(i);
            payload += escape && c == u'n' ? QChar(u'\n') : escape && c == u'r' ? QChar(u'\r') : c;
        }
        codes.append({match.captured(1), numbersFrom(match.captured(2)), payload});
    }
    return codes;
}

std::optional<PictureFacts> readPictureFacts(const QString &output)
{
    QHash<QString, QString> values;
    for (const QString &line : output.split(u'\n')) {
        const qsizetype colon = line.indexOf(QStringLiteral(": "));
        if (colon > 0 && !values.contains(line.left(colon)))
            values.insert(line.left(colon), line.mid(colon + 2));
    }
    const auto size = [&values](const char *name) {
        const QString text = values.value(QLatin1String(name));
        return QSize(text.section(u'x', 0, 0).toInt(), text.section(u'x', 1, 1).toInt());
    };
    if (!values.contains(QStringLiteral("image")) || size("as_sent").isEmpty())
        return std::nullopt;
    PictureFacts facts;
    facts.asSent = size("as_sent");
    facts.stored = size("stored");
    facts.format = values.value(QStringLiteral("format"));
    facts.contrast = values.value(QStringLiteral("contrast")).toDouble();
    const QString flags = values.value(QStringLiteral("flags"));
    if (flags != u"none")
        facts.flags = flags.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    return facts;
}

std::optional<OutlineFacts> readOutline(const MadePicture &made)
{
    static const QRegularExpression pattern(QStringLiteral("^perspective \\[([-\\d.,]+)\\] of img_[\\d.]+, outline score ([\\d.]+)$"));
    const auto match = pattern.match(made.how);
    if (!match.hasMatch())
        return std::nullopt;
    return OutlineFacts{numbersFrom(match.captured(1)), match.captured(2).toDouble()};
}

double turnOf(const MadePicture &turned)
{
    static const QRegularExpression pattern(QStringLiteral("^rotation by (-?[\\d.]+) deg"));
    return pattern.match(turned.how).captured(1).toDouble();
}

double areaOf(const QList<double> &corners)
{
    double twice = 0;
    for (qsizetype i = 0, n = corners.size() / 2; i < n; ++i) {
        const qsizetype j = (i + 1) % n;
        twice += corners[2 * i] * corners[2 * j + 1] - corners[2 * j] * corners[2 * i + 1];
    }
    return std::abs(twice) / 2;
}

bool saysNothingChanged(const QString &output)
{
    return output.trimmed().endsWith(u"nothing changed.");
}

bool saysLimitReached(const QString &output)
{
    return output.startsWith(u"Limit: ");
}

} // namespace vitrine
