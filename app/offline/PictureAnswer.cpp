#include "offline/PictureAnswer.h"

#include "offline/Computation.h"
#include "offline/MarkedText.h"
#include "offline/ReadingQuality.h"
#include "offline/TextLayout.h"
#include "offline/Wording.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

struct Wishes {
    bool codes = false;
    bool translation = false;
    bool description = false;
};

Wishes wishesOf(const QString &question)
{
    static const QRegularExpression codes(QStringLiteral("\\bqr\\b|\\bbar ?codes?\\b|\\bcodes?\\b|二维码|二維碼|条码|條碼|条形码"), anyCase);
    static const QRegularExpression translation(QStringLiteral("\\btranslat|翻译|翻譯|译成|譯成"), anyCase);
    static const QRegularExpression description(
        QStringLiteral("\\bdescribe\\b|\\bwho\\b|\\bcolou?rs?\\b|\\bsummar|\\bexplain\\b|\\bsolve\\b|\\bhow many (?!codes|words|lines|qr|bar)|描述|谁|誰|颜色|顏色|总结|總結|解释|解釋|解答"), anyCase);
    return {question.contains(codes), question.contains(translation), question.contains(description)};
}

void paragraph(MarkedText &out, const QString &text)
{
    if (!text.isEmpty())
        out.append(out.isEmpty() ? text : QStringLiteral("\n\n") + text);
}

bool hasText(const PictureReading &reading)
{
    return reading.text && !reading.noise && qualityOf(*reading.text).words > 0;
}

QStringList idsOf(const QList<ZoomedPart> &parts)
{
    QStringList ids;
    for (const ZoomedPart &part : parts)
        ids.append(part.id);
    return ids;
}

QString codesText(const PictureReading &reading, const PictureWording &words)
{
    if (!reading.codes || reading.codes->isEmpty())
        return {};
    QStringList lines{(reading.codes->size() == 1 ? words.oneCode : words.someCodes).arg(reading.codes->size()), {}};
    for (const FoundCode &code : *reading.codes) {
        // Lines of a payload belong to it, and a code within a line would lose them.
        const bool hasLines = code.payload.contains(u'\n');
        if (hasLines && !lines.last().isEmpty())
            lines.append(QString());
        lines.append(hasLines ? QStringLiteral("%1:\n\n%2\n").arg(code.format, codeBlock(code.payload)) : QStringLiteral("- %1: %2").arg(code.format, inlineCode(code.payload)));
    }
    return lines.join(u'\n').trimmed();
}

void appendText(MarkedText &out, const PictureReading &reading, const PictureWording &words)
{
    if (reading.unclear) {
        const QStringList parts = idsOf(reading.zooms);
        paragraph(out, parts.isEmpty() ? words.handwriting : words.handwriting + u' ' + words.lookAtParts.arg(parts.join(QStringLiteral(", "))));
    }
    out.append(out.isEmpty() ? QString() : QStringLiteral("\n\n"));
    out.append(markdownOf(*reading.text, reading.unclear ? UnsureMarks::SpansOnly : UnsureMarks::Visible));
    if (!reading.unclear && qualityOf(*reading.text).unsureWords > 0)
        paragraph(out, words.marksMeanUnsure);
}

QString kindOf(const PictureReading &reading, const PictureWording &words)
{
    if (reading.flat)
        return words.kindOutline;
    if (!hasText(reading) && reading.codes && !reading.codes->isEmpty())
        return words.kindCode;
    if (!reading.facts)
        return {};
    if (reading.facts->flags.contains(QStringLiteral("light on dark")))
        return words.kindDark;
    if (reading.facts->format == u"jpeg" || !reading.facts->flags.isEmpty())
        return words.kindPhoto;
    return hasText(reading) && !reading.unclear ? words.kindClean : QString();
}

QString stepsText(const PictureReading &reading, const PictureWording &words)
{
    QStringList steps;
    if (reading.flat)
        steps.append(words.stepFlat.arg(reading.flat->id));
    if (reading.turned)
        steps.append(words.stepTurned.arg(QString::number(turnOf(*reading.turned)), reading.turned->id));
    if (reading.enhanced)
        steps.append(words.stepEnhanced.arg(reading.enhanced->id));
    if (hasText(reading)) {
        const ReadingQuality quality = qualityOf(*reading.text);
        steps.append(words.stepRead.arg(reading.textImage, QString::number(reading.text->lines.size()), QString::number(quality.words),
                                        QString::number(quality.unsureWords), QString::number(reading.text->confidence)));
    }
    if (!reading.zooms.isEmpty())
        steps.append(words.stepZoomed.arg(idsOf(reading.zooms).join(QStringLiteral(", "))));
    if (reading.codes)
        steps.append(words.stepCodes);
    const QString kind = kindOf(reading, words);
    if (steps.isEmpty())
        return kind;
    return kind + (kind.isEmpty() ? QString() : words.sentenceSpace) + words.steps.arg(steps.join(words.stepSeparator));
}

QString troubles(const PictureReading &reading, const PictureWording &words)
{
    QStringList sentences;
    if (reading.missingTools.contains(QStringLiteral("image_detect_text")))
        sentences.append(words.noReader);
    QStringList others = reading.missingTools.values();
    others.removeAll(QStringLiteral("image_detect_text"));
    others.sort();
    if (!others.isEmpty())
        sentences.append(words.missingTools.arg(others.join(QStringLiteral(", "))));
    QStringList failures = reading.failures;
    failures.removeDuplicates();
    for (const QString &failure : failures.mid(0, 2))
        sentences.append(words.stepFailed.arg(inlineCode(failure.left(300).trimmed())));
    if (reading.limitReached)
        sentences.append(words.limitReached);
    return sentences.join(words.sentenceSpace);
}

MarkedText onePicture(const PictureReading &reading, const Wishes &wishes, const PictureWording &words)
{
    MarkedText out;
    const QString codes = codesText(reading, words);
    if (wishes.codes)
        paragraph(out, codes.isEmpty() && reading.codes ? words.noCodes : codes);
    if (hasText(reading))
        appendText(out, reading, words);
    if (!wishes.codes)
        paragraph(out, codes);
    if (reading.noise && (out.isEmpty() || wishes.codes))
        paragraph(out, words.onlyNoise);
    if (out.isEmpty() && (reading.text || reading.codes))
        paragraph(out, words.nothingFound);
    paragraph(out, troubles(reading, words));
    paragraph(out, stepsText(reading, words));
    return out;
}

} // namespace

OfflineAnswer pictureAnswer(const QString &question, const QList<PictureReading> &readings, qsizetype asked, const PictureWording &words)
{
    const Wishes wishes = wishesOf(question);
    MarkedText out;
    if (wishes.translation)
        paragraph(out, words.cannotTranslate);
    for (const PictureReading &reading : readings) {
        if (readings.size() > 1)
            paragraph(out, QStringLiteral("**%1** %2").arg(reading.picture.id, reading.picture.name.isEmpty() ? QString() : inlineCode(reading.picture.name)).trimmed());
        if (!out.isEmpty())
            out.append(QStringLiteral("\n\n"));
        out.append(onePicture(reading, wishes, words));
    }
    if (asked > readings.size())
        paragraph(out, words.tooManyPictures.arg(readings.size()));
    if (wishes.description)
        paragraph(out, words.cannotDescribe);
    return out.answer();
}

} // namespace vitrine
