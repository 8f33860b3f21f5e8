#pragma once

#include "transcript/TranscriptItem.h"

namespace vitrine {

// An item that shows a MarkdownBlock: the room above it, list markers and quote bars are drawn here, what is within by the subclass.
class BlockItem : public TranscriptItem
{
public:
    explicit BlockItem(const MarkdownBlock &block) : m_block(block) {}

    const MarkdownBlock &block() const { return m_block; }
    // Takes a newer state of the same block. False when it must be made anew.
    virtual bool update(const MarkdownBlock &block) = 0;
    // What stands before decides the room between; null at an entry's beginning.
    void setPrevious(BlockItem *previous, const TranscriptMetrics &metrics);
    virtual qreal tail() const { return -1; } // where a paragraph's last line ends; -1 when nothing can go on there

    qreal layout(const TranscriptMetrics &metrics, qreal width) final;
    qreal estimate(const TranscriptMetrics &metrics, qreal width) const final;
    void paint(const ItemPaint &paint) final;
    QString dump() const override { return dumpBlock(m_block); }

protected:
    virtual qreal layoutContent(const TranscriptMetrics &metrics, qreal width) = 0;
    virtual qreal estimateContent(const TranscriptMetrics &metrics, qreal width) const = 0;
    virtual void paintContent(const ItemPaint &paint, const QPointF &at) = 0;
    virtual qreal firstLine(const TranscriptMetrics &metrics) const { return metrics.line; } // height, for the marker
    virtual bool isMirrored() const { return false; } // right to left: markers and bars stand at the right

    QPointF origin() const { return {isMirrored() ? 0 : m_indent, m_gap}; }
    BlockItem *previous() const { return m_previous; }

    MarkdownBlock m_block;
    qreal m_overlap = 0; // the first line goes on behind the item before

private:
    qreal gapTo(const BlockItem *previous, const TranscriptMetrics &metrics) const;
    void paintMarker(const ItemPaint &paint, const BlockContainer &item, qreal x, qreal width, int depth) const;

    BlockItem *m_previous = nullptr;
    qreal m_gap = 0;
    qreal m_indent = 0;
    qreal m_fullWidth = 0;
};

} // namespace vitrine
