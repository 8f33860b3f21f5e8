#include "offline/PictureSkill.h"

#include "offline/PictureAnswer.h"
#include "offline/PictureChain.h"
#include "offline/Wording.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

constexpr qsizetype mostSentences = 3;

void addReason(QStringList &reasons, const QString &reason)
{
    if (!reason.isEmpty() && !reasons.contains(reason) && reasons.size() < mostSentences)
        reasons.append(reason);
}

} // namespace

PlanStep nextPictureStep(const Dialogue &dialogue, const QList<DialoguePicture> &pictures, const Wording &wording)
{
    PlanStep step;
    QStringList reasons;
    QList<PictureReading> readings;
    const QList<DialoguePicture> chosen = pictures.mid(0, maxPictures);
    for (const DialoguePicture &picture : chosen) {
        PictureChain chain(dialogue, picture, depthFor(chosen.size()), wording.picture);
        const ChainStep next = chain.next();
        step.calls += next.calls;
        addReason(reasons, next.reasoning);
        readings.append(chain.reading());
    }
    if (!step.calls.isEmpty())
        step.reasoning = reasons.join(u' ');
    else
        step.answer = pictureAnswer(dialogue.question, readings, pictures.size(), wording.picture);
    return step;
}

bool asksAboutPictures(const QString &question)
{
    static const QRegularExpression words(QStringLiteral("\\b(?:pictures?|images?|photos?|screenshots?|whiteboard|board|page|scan|text|read|says?|written|qr|bar ?codes?|codes?|img_\\d+)\\b|"
                                                         "图|圖|照片|白板|文字|读|讀|写|寫|二维码|條碼|条码|条形码|扫|掃"),
                                          QRegularExpression::CaseInsensitiveOption);
    return question.contains(words);
}

} // namespace vitrine
