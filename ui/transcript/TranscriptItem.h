#pragma once

#include "transcript/MarkdownBlock.h"
#include "transcript/TranscriptMetrics.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace vitrine {

// Something within an item that can be pressed, by mouse or by key.
struct TranscriptControl {
    enum class Kind { Link, CopyText, ToggleWrap, ToggleActivity, Picture, Step, Notice, CopyAnswer };

    Kind kind = Kind::Link;
    QString value; // address, picture id, step id, action id
    QString name;  // as a screen reader says it
    QList<QRectF> areas; // in the item; empty while it is not laid out

    bool operator==(const TranscriptControl &) const = default;
};

struct ItemPaint {
    QPainter &painter;
    const TranscriptMetrics &metrics;
    QRectF clip;                // in the item
    qsizetype selectedFrom = -1;
    qsizetype selectedTo = -1;
    int hovered = -1; // control under the pointer
    int focused = -1; // control that the keyboard is on
    bool entryHovered = false;
};

// One block of the view: measures itself for a width, draws itself, and knows its text and its controls. Owned by an EntryLayout.
class TranscriptItem
{
public:
    TranscriptItem() = default;
    virtual ~TranscriptItem() = default;
    Q_DISABLE_COPY_MOVE(TranscriptItem)

    // Exact height; whatever is needed to draw is there afterwards.
    virtual qreal layout(const TranscriptMetrics &metrics, qreal width) = 0;
    // A guess that costs nothing.
    virtual qreal estimate(const TranscriptMetrics &metrics, qreal width) const = 0;
    // Far from the viewport: drop what layout() can make again.
    virtual void release() {}
    virtual void paint(const ItemPaint &paint) = 0;

    // Selectable positions are 0..length().
    virtual qsizetype length() const { return 0; }
    virtual qsizetype positionAt(const QPointF &) const { return 0; }
    virtual QString text(qsizetype, qsizetype) const { return {}; }
    virtual QString toolTipAt(const QPointF &) const { return {}; }
    virtual bool isTextAt(const QPointF &) const { return false; }

    virtual QList<TranscriptControl> controls() const { return {}; }
    virtual bool activate(const TranscriptControl &) { return false; } // true: handled here, lay out again

    // Sideways scrolling of wide content. Return whether anything moved.
    virtual bool scrollBy(qreal) { return false; }
    virtual bool isHandle(const QPointF &) const { return false; }

    virtual QString accessibleText() const { return text(0, length()); }
    virtual QAccessible::Role role() const { return QAccessible::Paragraph; }
    virtual qreal naturalWidth() const { return 0; }
    virtual QString dump() const = 0;

    qreal top = 0; // within the entry
    qreal height = 0;
    bool exact = false; // the height is measured, not guessed
    bool live = false;  // laid out: can be drawn
};

} // namespace vitrine
