#pragma once

#include "transcript/BlockItem.h"
#include "transcript/MarkdownBlocks.h"
#include "transcript/TranscriptEntry.h"

#include <memory>
#include <vector>

namespace vitrine {

class CodeHighlighter;

// One entry as a column of items. Its text is read when it comes near the viewport, not before; heights are guessed until then.
class EntryLayout
{
public:
    EntryLayout(const TranscriptEntry &entry, CodeHighlighter *highlighter);

    const TranscriptEntry &entry() const { return m_entry; }
    void update(const TranscriptEntry &entry);
    bool isAnswer() const { return m_entry.kind == TranscriptEntry::Kind::Answer; }
    bool isUser() const { return m_entry.kind == TranscriptEntry::Kind::User; }

    // Lays out what lies between `from` and `to` (within the entry) and drops what is far from it.
    // True when a height or place changed.
    bool ensure(const TranscriptMetrics &metrics, qreal width, qreal from, qreal to);
    void invalidate(); // another width or style: every height is a guess again
    void read();       // makes sure that all items are there
    bool isRead() const { return m_read; }

    // 0 is the head (activity, pictures or the notice), then the blocks, then what stands below.
    int itemCount() const { return int(1 + m_blocks.size() + m_tail.size()); }
    TranscriptItem &item(int index) const;
    bool isBlock(int index) const { return index >= 1 && index <= int(m_blocks.size()); }
    const MarkdownBlock &block(int index) const { return m_blocks[size_t(index) - 1]->block(); }
    qreal itemX(int index) const; // within the column
    QRectF card() const { return m_card; } // behind a user's message, within the entry
    const MarkdownBlocks &markdown() const { return m_markdown; }
    int takeFirstDirty(); // first item that must be drawn again, -1 for none
    QString plainText() const;

    qreal top = 0;
    qreal height = 0;

private:
    std::unique_ptr<BlockItem> makeBlock(const MarkdownBlock &block) const;
    void syncBlocks();
    void syncExtras();
    void releaseAll();
    bool place(TranscriptItem &item, const TranscriptMetrics &metrics, qreal width);
    void ensureBefore(size_t block, const TranscriptMetrics &metrics, qreal width);
    bool ensureCard(const TranscriptMetrics &metrics, qreal width, qreal from, qreal to);
    void dirtyFrom(int item) { m_firstDirty = m_firstDirty < 0 ? item : std::min(m_firstDirty, item); }

    TranscriptEntry m_entry;
    CodeHighlighter *m_highlighter;
    MarkdownBlocks m_markdown;
    std::unique_ptr<TranscriptItem> m_head;
    std::vector<std::unique_ptr<BlockItem>> m_blocks;
    std::vector<std::unique_ptr<TranscriptItem>> m_tail;
    bool m_read = false;
    bool m_stale = true;    // something changed since the last ensure()
    bool m_anyLive = false;
    qsizetype m_pendingBlock = 0; // blocks from here on wait for setPrevious()
    int m_firstDirty = 0;
    QRectF m_card;
    qreal m_cardWidth = 0; // of its text; 0 until measured
    qreal m_columnWidth = 0;
};

} // namespace vitrine
