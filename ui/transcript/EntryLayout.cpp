#include "transcript/EntryLayout.h"

#include "transcript/ActivityItem.h"
#include "transcript/CodeItem.h"
#include "transcript/SmallItems.h"
#include "transcript/TableItem.h"
#include "transcript/TextItem.h"

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr qreal cardSide = 16;
constexpr qreal cardEnd = 11;
constexpr qreal widestCard = 620;
constexpr qsizetype measuredCard = 4000; // a message up to this long gets a card that fits it
constexpr qreal keepFactor = 3;          // layouts further away than so many viewports are dropped

MarkdownBlocks::Mode modeOf(const TranscriptEntry &entry)
{
    return entry.kind == TranscriptEntry::Kind::Answer ? MarkdownBlocks::Mode::Markdown : MarkdownBlocks::Mode::Plain;
}

} // namespace

EntryLayout::EntryLayout(const TranscriptEntry &entry, CodeHighlighter *highlighter)
    : m_entry(entry), m_highlighter(highlighter), m_markdown(modeOf(entry))
{
    switch (entry.kind) {
    case TranscriptEntry::Kind::Answer:
        m_head = std::make_unique<ActivityItem>();
        m_tail.push_back(std::make_unique<PicturesItem>());
        m_tail.push_back(std::make_unique<FooterItem>());
        break;
    case TranscriptEntry::Kind::User:
        m_head = std::make_unique<PicturesItem>();
        break;
    case TranscriptEntry::Kind::Notice:
        m_head = std::make_unique<NoticeItem>();
        break;
    }
    syncExtras();
}

void EntryLayout::update(const TranscriptEntry &entry)
{
    const TranscriptEntry before = std::exchange(m_entry, entry);
    m_stale = true;
    syncExtras();
    if (!m_read || entry.kind == TranscriptEntry::Kind::Notice)
        return;
    const bool grows = entry.unsure == before.unsure && before.streaming && entry.markdown.startsWith(before.markdown);
    if (!grows && (entry.markdown != before.markdown || entry.unsure != before.unsure))
        m_markdown.setText(entry.markdown, entry.unsure);
    else if (grows && entry.markdown.size() > before.markdown.size())
        m_markdown.append(QStringView(entry.markdown).mid(before.markdown.size()));
    if (!entry.streaming)
        m_markdown.finish();
    syncBlocks();
}

void EntryLayout::syncExtras()
{
    const auto note = [this](TranscriptItem &item, int index) {
        if (!item.exact)
            dirtyFrom(index);
    };
    if (m_entry.kind == TranscriptEntry::Kind::Notice) {
        static_cast<NoticeItem &>(*m_head).update(m_entry);
    } else if (m_entry.kind == TranscriptEntry::Kind::User) {
        static_cast<PicturesItem &>(*m_head).update(m_entry.pictures);
    } else {
        static_cast<ActivityItem &>(*m_head).update(m_entry.activity);
        static_cast<PicturesItem &>(*m_tail[0]).update(m_entry.pictures);
        static_cast<FooterItem &>(*m_tail[1]).update(m_entry.footer, !m_entry.streaming && !m_entry.markdown.isEmpty());
        note(*m_tail[1], itemCount() - 1);
        note(*m_tail[0], itemCount() - 2);
    }
    note(*m_head, 0);
}

void EntryLayout::read()
{
    if (m_read || m_entry.kind == TranscriptEntry::Kind::Notice)
        return;
    m_read = true;
    m_stale = true;
    m_markdown.setText(m_entry.markdown, m_entry.unsure);
    if (!m_entry.streaming)
        m_markdown.finish();
    syncBlocks();
}

std::unique_ptr<BlockItem> EntryLayout::makeBlock(const MarkdownBlock &block) const
{
    switch (block.kind) {
    case MarkdownBlock::Kind::Paragraph:
    case MarkdownBlock::Kind::Heading:
        return std::make_unique<TextItem>(block);
    case MarkdownBlock::Kind::Code:
    case MarkdownBlock::Kind::Math:
        return std::make_unique<CodeItem>(block, m_highlighter);
    case MarkdownBlock::Kind::Table:
        return std::make_unique<TableItem>(block);
    case MarkdownBlock::Kind::Rule:
        return std::make_unique<RuleItem>(block);
    }
    return nullptr;
}

void EntryLayout::syncBlocks()
{
    const std::vector<MarkdownBlock> &blocks = m_markdown.blocks();
    const size_t first = size_t(std::min(m_markdown.takeFirstChanged(), qsizetype(blocks.size())));
    if (first >= blocks.size() && m_blocks.size() == blocks.size())
        return;
    const size_t stale = std::min(first, m_blocks.size());
    m_blocks.resize(std::min(m_blocks.size(), blocks.size()));
    for (size_t i = stale; i < blocks.size(); ++i) {
        if (i >= m_blocks.size())
            m_blocks.push_back(makeBlock(blocks[i]));
        else if (!m_blocks[i]->update(blocks[i]))
            m_blocks[i] = makeBlock(blocks[i]);
    }
    m_pendingBlock = std::min(m_pendingBlock, qsizetype(stale));
    dirtyFrom(int(stale) + 1);
    m_cardWidth = 0;
}

void EntryLayout::releaseAll()
{
    for (int i = 0; i < itemCount(); ++i) {
        item(i).release();
        item(i).live = false;
    }
    m_anyLive = false;
}

void EntryLayout::invalidate()
{
    m_cardWidth = 0;
    m_stale = true;
    releaseAll();
    for (int i = 0; i < itemCount(); ++i)
        item(i).exact = false;
    m_pendingBlock = 0;
    dirtyFrom(0);
}

TranscriptItem &EntryLayout::item(int index) const
{
    if (index <= 0)
        return *m_head;
    const size_t at = size_t(index) - 1;
    return at < m_blocks.size() ? static_cast<TranscriptItem &>(*m_blocks[at]) : *m_tail[at - m_blocks.size()];
}

int EntryLayout::takeFirstDirty()
{
    return std::exchange(m_firstDirty, -1);
}

bool EntryLayout::place(TranscriptItem &item, const TranscriptMetrics &metrics, qreal width)
{
    const qreal before = item.height;
    item.height = std::ceil(item.layout(metrics, width));
    item.exact = true;
    item.live = true;
    return item.height != before;
}

// A paragraph that goes on where another ended must know where that is.
void EntryLayout::ensureBefore(size_t block, const TranscriptMetrics &metrics, qreal width)
{
    size_t first = block;
    while (first > 0 && m_blocks[first]->block().gap == MarkdownBlock::Gap::None && !m_blocks[first - 1]->exact)
        --first;
    for (; first < block; ++first)
        place(*m_blocks[first], metrics, width);
}

bool EntryLayout::ensure(const TranscriptMetrics &metrics, qreal width, qreal from, qreal to)
{
    const qreal reach = (to - from) * keepFactor;
    if (to < 0 || from > height) {
        if (m_anyLive && (to < -reach || from > height + reach))
            releaseAll();
        // Out of sight: only a first guess is needed.
        if (m_columnWidth == width && !m_stale)
            return false;
    } else {
        read();
        m_anyLive = true;
    }
    m_stale = false;
    m_columnWidth = width;
    for (size_t i = size_t(m_pendingBlock); i < m_blocks.size(); ++i)
        m_blocks[i]->setPrevious(i == 0 ? nullptr : m_blocks[i - 1].get(), metrics);
    m_pendingBlock = qsizetype(m_blocks.size());
    if (isUser())
        return ensureCard(metrics, width, from, to);

    bool changed = false;
    qreal y = 0;
    for (int i = 0; i < itemCount(); ++i) {
        TranscriptItem &one = item(i);
        if (!one.exact && one.height == 0)
            one.height = std::ceil(one.estimate(metrics, width));
        const bool near = y + one.height >= from && y <= to;
        if (near && (!one.exact || !one.live)) {
            if (isBlock(i))
                ensureBefore(size_t(i) - 1, metrics, width);
            changed = place(one, metrics, width) || changed;
        } else if (one.live && (y + one.height < from - reach || y > to + reach)) {
            one.release();
            one.live = false;
        }
        changed = changed || one.top != y;
        one.top = y;
        y += one.height;
    }
    if (!m_read && m_entry.kind == TranscriptEntry::Kind::Answer)
        y += metrics.line * std::ceil(qreal(m_entry.markdown.size()) * metrics.charWidth * 1.25 / width);
    changed = changed || height != y;
    height = y;
    return changed;
}

bool EntryLayout::ensureCard(const TranscriptMetrics &metrics, qreal width, qreal from, qreal to)
{
    const qreal before = height;
    const QRectF oldCard = m_card;
    const qreal widest = std::min(widestCard, std::round(width * 0.86)) - 2 * cardSide;
    const bool fitting = m_entry.markdown.size() <= measuredCard;
    if (m_cardWidth == 0) {
        m_cardWidth = widest;
        if (fitting && m_read) {
            qreal natural = 0;
            for (const auto &block : m_blocks) {
                block->exact = false;
                place(*block, metrics, widest);
                natural = std::max(natural, block->naturalWidth());
            }
            m_cardWidth = std::min(widest, std::ceil(natural) + 1);
            for (const auto &block : m_blocks)
                place(*block, metrics, m_cardWidth);
        }
    }
    if (!m_head->exact || !m_head->live)
        place(*m_head, metrics, std::min(width, widestCard));
    m_head->top = 0;
    qreal y = m_head->height + (m_blocks.empty() ? 0 : cardEnd);
    bool changed = false;
    const qreal reach = (to - from) * keepFactor;
    for (const auto &block : m_blocks) {
        if (!block->exact && block->height == 0)
            block->height = std::ceil(block->estimate(metrics, m_cardWidth));
        const bool near = y + block->height >= from && y <= to;
        if (near && (!block->exact || !block->live)) {
            ensureBefore(size_t(&block - m_blocks.data()), metrics, m_cardWidth);
            changed = place(*block, metrics, m_cardWidth) || changed;
        } else if (block->live && (y + block->height < from - reach || y > to + reach)) {
            block->release();
            block->live = false;
        }
        changed = changed || block->top != y;
        block->top = y;
        y += block->height;
    }
    y += m_blocks.empty() ? 0 : cardEnd;
    if (!m_read)
        y += 2 * cardEnd + metrics.line * std::ceil(std::max<qreal>(1, qreal(m_entry.markdown.size()) * metrics.charWidth / widest));
    height = y;
    m_card = m_blocks.empty() ? QRectF()
                              : QRectF(width - m_cardWidth - 2 * cardSide, m_head->height, m_cardWidth + 2 * cardSide, y - m_head->height);
    return changed || height != before || m_card != oldCard;
}

qreal EntryLayout::itemX(int index) const
{
    if (!isUser())
        return 0;
    return index == 0 ? m_columnWidth - item(0).naturalWidth() : m_card.x() + cardSide;
}

QString EntryLayout::plainText() const
{
    QStringList parts;
    for (int i = 0; i < itemCount(); ++i) {
        const QString text = item(i).accessibleText().trimmed();
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(u'\n');
}

} // namespace vitrine
