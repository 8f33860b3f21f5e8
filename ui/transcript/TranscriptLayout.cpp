#include "transcript/TranscriptLayout.h"

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr qreal ends = 24;     // room above the first and below the last entry
constexpr qreal between = 28;  // entries

} // namespace

TranscriptLayout::TranscriptLayout(const TranscriptStyle &style) : m_metrics(style) {}

void TranscriptLayout::setStyle(const TranscriptStyle &style)
{
    m_metrics = TranscriptMetrics(style);
    for (const auto &entry : m_entries)
        entry->invalidate();
}

void TranscriptLayout::setViewWidth(qreal width)
{
    if (width == m_viewWidth)
        return;
    m_viewWidth = width;
    const qreal side = width < 600 ? 16 : 28;
    const qreal column = std::clamp<qreal>(width - 2 * side, 120, TranscriptMetrics::column);
    m_columnX = std::floor((width - column) / 2);
    if (column == m_columnWidth)
        return;
    m_columnWidth = column;
    for (const auto &entry : m_entries)
        entry->invalidate();
}

void TranscriptLayout::setEntries(const QList<TranscriptEntry> &entries)
{
    m_entries.clear();
    m_entries.reserve(size_t(entries.size()));
    for (const TranscriptEntry &entry : entries)
        append(entry);
}

void TranscriptLayout::append(const TranscriptEntry &entry)
{
    m_entries.push_back(std::make_unique<EntryLayout>(entry, m_highlighter));
}

bool TranscriptLayout::update(const TranscriptEntry &entry)
{
    const int at = find(entry.id);
    if (at < 0)
        return false;
    if (m_entries[size_t(at)]->entry().kind == entry.kind)
        m_entries[size_t(at)]->update(entry);
    else
        m_entries[size_t(at)] = std::make_unique<EntryLayout>(entry, m_highlighter);
    return true;
}

void TranscriptLayout::remove(int entry)
{
    m_entries.erase(m_entries.begin() + entry);
}

// From the end: what changes is nearly always the newest.
int TranscriptLayout::find(const QString &id) const
{
    for (int i = count() - 1; i >= 0; --i) {
        if (m_entries[size_t(i)]->entry().id == id)
            return i;
    }
    return -1;
}

bool TranscriptLayout::ensure(qreal from, qreal to)
{
    bool changed = false;
    qreal y = ends;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        EntryLayout &one = *m_entries[i];
        changed = one.ensure(m_metrics, m_columnWidth, from - y, to - y) || changed;
        changed = changed || one.top != y;
        one.top = y;
        y += one.height;
        // Something that stands for nothing yet (an answer before its first word) takes no room.
        if (i + 1 < m_entries.size())
            y += between;
    }
    y += ends;
    changed = changed || y != m_height;
    m_height = y;
    return changed;
}

int TranscriptLayout::entryAt(qreal y) const
{
    if (m_entries.empty())
        return -1;
    const auto after = std::upper_bound(m_entries.begin(), m_entries.end(), y, [](qreal at, const auto &entry) { return at < entry->top; });
    return after == m_entries.begin() ? 0 : int(after - m_entries.begin()) - 1;
}

ItemPlace TranscriptLayout::itemAt(qreal y) const
{
    const int at = entryAt(y);
    if (at < 0)
        return {};
    const EntryLayout &one = entry(at);
    int low = 0;
    int high = one.itemCount() - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (one.top + one.item(middle).top <= y)
            low = middle;
        else
            high = middle - 1;
    }
    return {at, low};
}

QPointF TranscriptLayout::origin(const ItemPlace &place) const
{
    const EntryLayout &one = entry(place.entry);
    return {m_columnX + one.itemX(place.item), one.top + one.item(place.item).top};
}

// The item at `place` if it has text, else the last before it that has, else the first behind it.
ItemPlace TranscriptLayout::nearestText(const ItemPlace &place, qreal y) const
{
    for (ItemPlace at = place; at.entry >= 0;) {
        if (item(at).length() > 0)
            return at;
        if (--at.item < 0 && --at.entry >= 0)
            at.item = entry(at.entry).itemCount() - 1;
    }
    for (ItemPlace at = place; at.entry < count();) {
        if (item(at).length() > 0)
            return at;
        if (++at.item >= entry(at.entry).itemCount()) {
            ++at.entry;
            at.item = 0;
        }
    }
    Q_UNUSED(y)
    return {};
}

TranscriptPosition TranscriptLayout::positionAt(const QPointF &point) const
{
    const ItemPlace here = itemAt(point.y());
    if (!here.isValid())
        return {};
    const ItemPlace place = nearestText(here, point.y());
    if (!place.isValid())
        return {};
    const TranscriptItem &one = item(place);
    if (place < here)
        return {place.entry, place.item, one.length()};
    if (here < place)
        return {place.entry, place.item, 0};
    const QPointF inside = point - origin(place);
    // Below the last line of a block: its end, so that a drag into the room between takes the whole block.
    if (inside.y() >= one.height)
        return {place.entry, place.item, one.length()};
    return {place.entry, place.item, std::clamp<qsizetype>(one.positionAt(inside), 0, one.length())};
}

TranscriptPosition TranscriptLayout::begin() const
{
    return m_entries.empty() ? TranscriptPosition{} : TranscriptPosition{0, 0, 0};
}

TranscriptPosition TranscriptLayout::end() const
{
    if (m_entries.empty())
        return {};
    const EntryLayout &last = *m_entries.back();
    return {count() - 1, last.itemCount() - 1, last.item(last.itemCount() - 1).length()};
}

QString TranscriptLayout::textBetween(const TranscriptPosition &from, const TranscriptPosition &to) const
{
    QString out;
    for (int e = std::max(0, from.entry); e <= to.entry && e < count(); ++e) {
        EntryLayout &one = entry(e);
        one.read();
        const int first = e == from.entry ? from.item : 0;
        const int last = e == to.entry ? to.item : one.itemCount() - 1;
        for (int i = first; i <= last && i < one.itemCount(); ++i) {
            const TranscriptItem &piece = one.item(i);
            const qsizetype start = e == from.entry && i == from.item ? from.offset : 0;
            const qsizetype stop = e == to.entry && i == to.item ? to.offset : piece.length();
            if (start >= stop)
                continue;
            if (!out.isEmpty()) {
                const MarkdownBlock::Gap gap = one.isBlock(i) && i > first ? one.block(i).gap : MarkdownBlock::Gap::Normal;
                out += QLatin1String(gap == MarkdownBlock::Gap::None ? "" : gap == MarkdownBlock::Gap::Tight ? "\n" : "\n\n");
            }
            out += piece.text(start, stop);
        }
    }
    return out;
}

QString TranscriptLayout::markdownBetween(const TranscriptPosition &from, const TranscriptPosition &to) const
{
    QStringList parts;
    for (int e = std::max(0, from.entry); e <= to.entry && e < count(); ++e) {
        EntryLayout &one = entry(e);
        one.read();
        if (one.entry().kind == TranscriptEntry::Kind::Notice) {
            parts.append(one.entry().markdown);
            continue;
        }
        qsizetype start = -1;
        qsizetype stop = -1;
        for (int i = e == from.entry ? from.item : 0; i <= (e == to.entry ? to.item : one.itemCount() - 1); ++i) {
            if (!one.isBlock(i) || (e == from.entry && i == from.item && from.offset >= one.item(i).length() && one.item(i).length() > 0)
                || (e == to.entry && i == to.item && to.offset == 0))
                continue;
            start = start < 0 ? one.block(i).sourceFrom : start;
            stop = one.block(i).sourceTo;
        }
        QString part = start < 0 ? QString() : one.markdown().source().mid(start, stop - start);
        while (part.endsWith(u'\n'))
            part.chop(1);
        while (part.startsWith(u'\n'))
            part.remove(0, 1);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral("\n\n"));
}

QString TranscriptLayout::dump() const
{
    QStringList lines;
    for (const auto &one : m_entries) {
        one->read();
        const TranscriptEntry &entry = one->entry();
        const char *kind = one->isUser() ? "USER " : one->isAnswer() ? "ANSWER " : "";
        if (entry.kind != TranscriptEntry::Kind::Notice)
            lines.append(QLatin1String(kind) + entry.id + (entry.streaming ? QStringLiteral(" (streaming)") : QString()));
        for (int i = 0; i < one->itemCount(); ++i) {
            const QString line = one->item(i).dump();
            if (!line.isEmpty())
                lines.append(line);
        }
    }
    return lines.join(u'\n');
}

} // namespace vitrine
