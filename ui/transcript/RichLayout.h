#pragma once

#include "transcript/MarkdownBlock.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace vitrine {

struct TranscriptMetrics;

// How a RichText is set, apart from its runs.
struct RichSetting {
    QFont font;
    QColor colour;
    qreal line = 21; // every line is exactly this high, whatever fonts mix in it
    Qt::Alignment alignment = Qt::AlignLeft;
    qreal firstIndent = 0; // the first line goes on behind other text
};

// Lines of one RichText. Laid out once for a width; released when it is far from the viewport.
class RichLayout
{
public:
    // Returns the height.
    qreal layout(const RichText &text, const RichSetting &setting, const TranscriptMetrics &metrics, qreal width);
    void release() { m_layout.reset(); }
    bool isLaidOut() const { return m_layout != nullptr; }

    // `selectedFrom` < 0: nothing is selected.
    void paint(QPainter &painter, const QPointF &at, const TranscriptMetrics &metrics, qsizetype selectedFrom = -1,
               qsizetype selectedTo = -1) const;

    qsizetype positionAt(const QPointF &point) const;
    // Where `from` up to `to` stands, one rectangle a line.
    QList<QRectF> rectsOf(qsizetype from, qsizetype to) const;
    qreal naturalWidth() const; // of the widest line
    qreal lastLineEnd() const;  // where text could go on
    bool breaksFirstWord() const; // the first line ends within a word

private:
    void makeFormats(const RichText &text, const RichSetting &setting, const TranscriptMetrics &metrics);
    void paintGrounds(QPainter &painter, const QPointF &at, const TranscriptMetrics &metrics) const;

    std::unique_ptr<QTextLayout> m_layout;
    QList<InlineRun> m_grounds; // runs that are drawn on a ground of their own
    qreal m_line = 21;
};

// Gives emoji in `text` to the font that draws them in colour.
QList<QTextLayout::FormatRange> emojiFormats(QStringView text);

} // namespace vitrine
