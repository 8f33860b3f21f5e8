#pragma once

#include "offline/PictureResults.h"

namespace vitrine {

struct ReadingQuality {
    int words = 0;       // with a letter or digit
    int unsureWords = 0; // of them
    int clearWords = 0;  // sure ones of three letters or more: noise reads as shorter scraps
    double score = 0;    // to compare readings of the same picture: confident words count by their length and confidence

    double unsureShare() const { return words ? double(unsureWords) / words : 0; }
};
ReadingQuality qualityOf(const ReadText &text);
bool hasLetterOrDigit(const QString &word);

// Rows of lines with unsure words that enlarging may help, the worst first, at most `limit`. Whole lines, with a little air.
QList<QRectF> unsureRegions(const ReadText &text, int limit);
// The area of all text in two halves, one above the other: for a person to look at.
QList<QRectF> textHalves(const ReadText &text);
// The whole picture in four overlapping parts.
QList<QRectF> tilesOf(const QSize &size);

// Puts what an enlarged part gave in the place of what was read there before, where it is the surer reading.
void mergeZoomed(ReadText &text, const QRectF &box, const ReadText &zoomed);
// Adds lines that were read in a part and are not there yet.
void addZoomed(ReadText &text, const QRectF &box, const ReadText &zoomed);

} // namespace vitrine
