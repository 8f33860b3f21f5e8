#include "transcript/TableItem.h"

#include "transcript/SafeLink.h"
#include "transcript/TextItem.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine {

namespace {

constexpr qreal sidePadding = 12;
constexpr qreal rowPadding = 7;
constexpr qsizetype measuredRows = 48;
constexpr qreal narrowest = 48;
constexpr qreal readable = 120; // a column is not squeezed below this while the table can scroll

// The widest stretch of `text` that should not be broken. Ideographs may break anywhere.
qreal widestWord(const RichText &text, const TranscriptMetrics &metrics, const QFontMetricsF &font)
{
    constexpr qreal enough = 240; // a hash or an address does not get the whole table
    qreal widest = 0;
    for (qsizetype at = 0; at < text.text.size();) {
        const auto breaks = [&](QChar c) { return c.isSpace() || c.unicode() >= 0x2E80; };
        qsizetype end = at;
        while (end < text.text.size() && !breaks(text.text.at(end)))
            ++end;
        const bool code = std::any_of(text.runs.begin(), text.runs.end(), [&](const InlineRun &run) {
            return run.start <= at && run.start + run.length > at && (run.flags & InlineCode);
        });
        const qsizetype length = std::min<qsizetype>(end - at, 60);
        widest = std::max(widest, code ? qreal(length) * metrics.codeChar + 10 : font.horizontalAdvance(text.text.mid(at, length)));
        at = std::max(end, at + 1);
    }
    return std::min(widest, enough);
}

} // namespace

bool TableItem::update(const MarkdownBlock &block)
{
    if (block.kind != MarkdownBlock::Kind::Table || block.alignments.size() != m_block.alignments.size() || block.id != m_block.id)
        return false;
    const bool sameHead = block.settled >= m_settled && block.rows.mid(0, std::min(m_settled, measuredRows)) == m_block.rows.mid(0, std::min(m_settled, measuredRows));
    m_block = block;
    if (!sameHead)
        release();
    exact = false;
    return true;
}

void TableItem::release()
{
    m_rows.clear();
    m_columns.clear();
    m_settled = 0;
}

qreal TableItem::layoutContent(const TranscriptMetrics &metrics, qreal width)
{
    // New rows may widen a column as long as they are among those that are measured.
    const bool mayWiden = qsizetype(m_rows.size()) < measuredRows;
    if (width != m_width || metrics.style != m_laidOutWith)
        release();
    m_width = width;
    m_laidOutWith = metrics.style;
    if (m_columns.empty() || mayWiden) {
        const std::vector<qreal> before = m_columns;
        measureColumns(metrics, width);
        if (m_columns != before)
            m_settled = 0;
    }
    const size_t keep = std::min(size_t(m_settled), m_rows.size());
    m_rows.resize(keep);
    qreal y = keep == 0 ? 0 : m_rows.back().y + m_rows.back().height;
    m_length = keep == 0 ? 0 : m_length;
    if (keep > 0) {
        const qsizetype last = qsizetype(keep) - 1;
        m_length = m_rows.back().starts.back() + m_block.rows.at(last).last().text.size() + 1;
    }
    m_rows.reserve(size_t(m_block.rows.size()));
    for (size_t i = keep; i < size_t(m_block.rows.size()); ++i) {
        m_rows.emplace_back();
        m_rows.back().y = y;
        layoutRow(i, metrics);
        y += m_rows.back().height;
    }
    m_settled = std::min(m_block.settled, m_block.rows.size());
    m_rowsHeight = y;
    const qreal content = std::accumulate(m_columns.begin(), m_columns.end(), qreal(0));
    m_scroll.setWidths(width, content);
    return y + 1 + (m_scroll.needed() ? SideScroll::handleRoom : 0);
}

void TableItem::measureColumns(const TranscriptMetrics &metrics, qreal room)
{
    const size_t count = size_t(m_block.alignments.size());
    std::vector<qreal> natural(count, narrowest);
    std::vector<qreal> least(count, narrowest); // what a column needs so that no word breaks
    RichLayout measure;
    for (qsizetype row = 0; row < std::min(m_block.rows.size(), measuredRows); ++row) {
        RichSetting setting{metrics.style.body, metrics.style.text, metrics.line, Qt::AlignLeft, 0};
        if (row == 0)
            setting.font.setWeight(QFont::DemiBold);
        for (size_t column = 0; column < count; ++column) {
            measure.layout(m_block.rows.at(row).at(qsizetype(column)), setting, metrics, 600);
            const RichText &cell = m_block.rows.at(row).at(qsizetype(column));
            natural[column] = std::max(natural[column], measure.naturalWidth() + 2 * sidePadding + 1);
            least[column] = std::max(least[column], widestWord(cell, metrics, QFontMetricsF(setting.font)) + 2 * sidePadding + 1);
        }
    }
    m_columns = natural;
    qreal total = std::accumulate(natural.begin(), natural.end(), qreal(0));
    if (total <= room)
        return;
    // Narrow columns keep what they need; the wide ones share the rest, down to a width that can be read.
    std::vector<bool> wide(count, true);
    qreal left = room;
    size_t sharing = count;
    for (bool changed = true; changed && sharing > 0;) {
        changed = false;
        const qreal share = left / qreal(sharing);
        for (size_t column = 0; column < count; ++column) {
            const qreal needed = natural[column] <= std::max(share, readable * 0.66) ? natural[column] : least[column] >= share ? least[column] : 0;
            if (wide[column] && needed > 0) {
                wide[column] = false;
                m_columns[column] = needed;
                left -= needed;
                --sharing;
                changed = true;
            }
        }
    }
    for (size_t column = 0; column < count; ++column) {
        if (wide[column])
            m_columns[column] = std::floor(std::max(std::min(readable, natural[column]), left / qreal(sharing)));
    }
}

void TableItem::layoutRow(size_t index, const TranscriptMetrics &metrics)
{
    Row &row = m_rows[index];
    const QList<RichText> &cells = m_block.rows.at(qsizetype(index));
    RichSetting setting{metrics.style.body, metrics.style.text, metrics.line, Qt::AlignLeft, 0};
    if (index == 0)
        setting.font.setWeight(QFont::DemiBold);
    row.cells.resize(size_t(cells.size()));
    qreal tallest = metrics.line;
    for (size_t column = 0; column < row.cells.size(); ++column) {
        setting.alignment = m_block.alignments.at(qsizetype(column));
        const RichText &text = cells.at(qsizetype(column));
        tallest = std::max(tallest, row.cells[column].layout(text, setting, metrics, m_columns[column] - 2 * sidePadding));
        row.starts.push_back(m_length);
        m_length += text.text.size() + 1;
    }
    row.height = tallest + 2 * rowPadding;
}

qreal TableItem::estimateContent(const TranscriptMetrics &metrics, qreal) const
{
    return qreal(m_block.rows.size()) * (metrics.line + 2 * rowPadding) + 1;
}

QRectF TableItem::frame() const
{
    const qreal content = std::accumulate(m_columns.begin(), m_columns.end(), qreal(0));
    return {origin().x(), origin().y(), std::min(m_width, content), height - origin().y()};
}

QPointF TableItem::cellOrigin(size_t row, size_t column) const
{
    const qreal x = std::accumulate(m_columns.begin(), m_columns.begin() + ptrdiff_t(column), qreal(0));
    return origin() + QPointF(x + sidePadding - m_scroll.offset(), m_rows[row].y + rowPadding);
}

size_t TableItem::rowAt(qreal y) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y, [](qreal at, const Row &row) { return at < row.y; });
    return after == m_rows.begin() ? 0 : size_t(after - m_rows.begin()) - 1;
}

size_t TableItem::columnAt(qreal x) const
{
    size_t column = 0;
    for (qreal right = m_columns.empty() ? 0 : m_columns[0]; column + 1 < m_columns.size() && x >= right; right += m_columns[column])
        ++column;
    return column;
}

qsizetype TableItem::length() const
{
    qsizetype length = 0;
    for (const QList<RichText> &row : m_block.rows) {
        for (const RichText &cell : row)
            length += cell.text.size() + 1;
    }
    return std::max<qsizetype>(0, length - 1);
}

qsizetype TableItem::positionAt(const QPointF &point) const
{
    if (m_rows.empty() || m_columns.empty())
        return 0;
    const size_t row = rowAt(point.y() - origin().y());
    const size_t column = columnAt(point.x() - origin().x() + m_scroll.offset());
    return m_rows[row].starts[column] + m_rows[row].cells[column].positionAt(point - cellOrigin(row, column));
}

QString TableItem::text(qsizetype from, qsizetype to) const
{
    QString out;
    qsizetype at = 0;
    for (const QList<RichText> &row : m_block.rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            const qsizetype size = row.at(column).text.size();
            const qsizetype start = std::clamp<qsizetype>(from - at, 0, size);
            const qsizetype end = std::clamp<qsizetype>(to - at, 0, size);
            if (start < end)
                out += row.at(column).plain(start, end).replace(u'\n', u' ');
            at += size;
            if (at >= from && at < to)
                out += column + 1 < row.size() ? u'\t' : u'\n';
            ++at;
        }
    }
    return out;
}

bool TableItem::isTextAt(const QPointF &point) const
{
    return frame().contains(point) && !isHandle(point);
}

QString TableItem::toolTipAt(const QPointF &point) const
{
    const QList<TranscriptControl> links = controls();
    for (const TranscriptControl &link : links) {
        const bool here = std::any_of(link.areas.begin(), link.areas.end(), [&](const QRectF &area) { return area.contains(point); });
        const std::optional<QUrl> url = here ? safeLink(link.value) : std::nullopt;
        if (url)
            return trueTarget(*url);
    }
    return {};
}

QList<TranscriptControl> TableItem::controls() const
{
    QList<TranscriptControl> links;
    const RichLayout nowhere;
    for (size_t row = 0; row < size_t(m_block.rows.size()); ++row) {
        const QList<RichText> &cells = m_block.rows.at(qsizetype(row));
        for (size_t column = 0; column < size_t(cells.size()); ++column) {
            if (cells.at(qsizetype(column)).links.isEmpty())
                continue;
            const bool there = row < m_rows.size();
            links += linksOf(cells.at(qsizetype(column)), there ? m_rows[row].cells[column] : nowhere,
                             there ? cellOrigin(row, column) : QPointF());
        }
    }
    return links;
}

void TableItem::paintRow(const ItemPaint &paint, size_t index) const
{
    const Row &row = m_rows[index];
    for (size_t column = 0; column < row.cells.size(); ++column) {
        const QPointF at = cellOrigin(index, column);
        const qsizetype start = row.starts[column];
        qsizetype from = -1;
        qsizetype to = -1;
        if (paint.selectedFrom >= 0) {
            from = std::max<qsizetype>(0, paint.selectedFrom - start);
            to = std::min(paint.selectedTo - start, m_block.rows.at(qsizetype(index)).at(qsizetype(column)).text.size());
        }
        row.cells[column].paint(paint.painter, at, paint.metrics, from, to);
    }
}

void TableItem::paintContent(const ItemPaint &paint, const QPointF &at)
{
    if (m_rows.empty())
        return;
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    const QRectF area(at.x(), at.y(), frame().width(), m_rowsHeight + 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.card);
    painter.drawRoundedRect(QRectF(area.x(), area.y(), area.width(), m_rows.front().height + 8), TranscriptMetrics::corner, TranscriptMetrics::corner);
    painter.fillRect(QRectF(area.x(), area.y() + m_rows.front().height, area.width(), 9), style.page);
    for (size_t row = rowAt(paint.clip.top() - at.y()); row < m_rows.size(); ++row) {
        const qreal y = at.y() + m_rows[row].y;
        if (y > paint.clip.bottom())
            break;
        if (row > 0)
            painter.fillRect(QRectF(area.x(), y, area.width(), 1), style.line);
        paintRow(paint, row);
    }
    painter.setPen(QPen(style.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), TranscriptMetrics::corner, TranscriptMetrics::corner);
    painter.restore();
    m_scroll.paint(painter, QRectF(area.x(), area.y(), area.width(), height - at.y()), paint.metrics);

    const QList<TranscriptControl> links = paint.focused >= 0 ? controls() : QList<TranscriptControl>();
    if (paint.focused >= 0 && paint.focused < links.size()) {
        painter.setPen(QPen(style.accent, 1.5));
        for (const QRectF &link : links.at(paint.focused).areas)
            painter.drawRoundedRect(link.adjusted(-1.5, 0.5, 1.5, -0.5), 4, 4);
    }
}

} // namespace vitrine
