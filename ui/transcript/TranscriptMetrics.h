#pragma once

#include "transcript/TranscriptStyle.h"

#include <QColor>
#include <QFont>

namespace vitrine {

// What the items measure and draw with, worked out once from the style. Pixels are device-independent.
struct TranscriptMetrics {
    explicit TranscriptMetrics(const TranscriptStyle &style);

    TranscriptStyle style;
    qreal bodyPixels = 14; // size of the body font
    qreal line = 21;       // height of a line of text, 1.5 of the body
    qreal codeLine = 19;
    qreal codeChar = 8; // width of one character of the code font
    qreal charWidth = 7; // mean width of a character of the body, to guess heights with
    QFont small;

    QFont headingFont(int level) const;
    qreal headingLine(int level) const;
    QColor selection() const; // behind selected text
    QColor codeGround() const; // behind inline code
    QColor hover() const;

    static constexpr qreal column = 760;   // the text is never wider
    static constexpr qreal corner = 8;
    static constexpr qreal cardCorner = 12;
};

} // namespace vitrine
