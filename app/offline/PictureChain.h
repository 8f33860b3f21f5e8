#pragma once

#include "offline/Dialogue.h"
#include "offline/PictureResults.h"
#include "offline/PlanStep.h"

#include <QSet>

namespace vitrine {

struct PictureWording;

// A part that was cut out and enlarged, and the box of the picture it was cut from.
struct ZoomedPart {
    QString id;
    QSize size;
    QRectF box;
};

// What is known of one picture so far.
struct PictureReading {
    DialoguePicture picture;
    std::optional<PictureFacts> facts;
    std::optional<MadePicture> flat;
    std::optional<MadePicture> turned;
    std::optional<MadePicture> enhanced;
    bool outlineDoubted = false;  // one was found, but it is too unsure to cut the picture down to it
    bool uprightAlready = false;
    std::optional<ReadText> text; // the best reading, with what the enlarged parts gave; absent when it could not be read at all
    QString textImage;            // the picture that `text` was read from
    QList<ZoomedPart> zooms;
    bool unclear = false;         // handwriting, or as hard to read: many words are unsure
    bool noise = false;           // next to nothing was read surely: hardly text at all
    std::optional<QList<FoundCode>> codes;
    QStringList failures;         // what tools said when they could not do their work
    QSet<QString> missingTools;
    bool limitReached = false;
};

// How much is done for a picture: less when there are many, as the calls of one answer are limited.
enum class ChainDepth { Full, NoZoom, Short, ReadAndCodes, ReadOnly };
ChainDepth depthFor(qsizetype pictures);
constexpr qsizetype maxPictures = 24;

struct ChainStep {
    QString reasoning;
    QList<PlannedCall> calls; // empty: nothing is left to do
};

// The way of one picture through the tools. Derives from the calls made so far what comes next; a step that failed is passed over.
class PictureChain
{
public:
    PictureChain(const Dialogue &dialogue, const DialoguePicture &picture, ChainDepth depth, const PictureWording &words);

    ChainStep next();
    const PictureReading &reading() const { return m_reading; }

private:
    bool look();
    bool turnUpright();
    bool enhanceAndRead();
    bool readAgain();
    bool readInTiles();
    bool zoomIn();

    bool want(const PlannedCall &call);
    const DialogueCall *answer(const PlannedCall &call);
    std::optional<MadePicture> made(const PlannedCall &call);
    std::optional<ReadText> textOf(const QString &image, const QString &layout = {});
    void offer(const std::optional<ReadText> &text, const QString &image);
    bool zoomTo(const QList<QRectF> &boxes, bool read, const QString &why);
    bool isClean() const;
    bool isMostlyCode() const;
    bool isTrusted(const MadePicture &flat) const;
    bool isHardlyTurned() const;
    QSize sentSize() const;
    QString current() const;
    void say(const QString &sentence);

    const Dialogue &m_dialogue;
    const PictureWording &m_words;
    ChainDepth m_depth;
    PictureReading m_reading;
    ChainStep m_step;
};

} // namespace vitrine
