#include "transcript/BlockItem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr qreal quoteIndent = 18;
constexpr qreal quoteBar = 3;

qreal indentOf(const BlockContainer &container)
{
    if (container.kind == BlockContainer::Kind::Quote)
        return quoteIndent;
    const bool number = !container.marker.isEmpty() && container.marker.endsWith(u'.');
    return number ? std::max<qreal>(28, 14 + 8.0 * qreal(container.marker.size() - 1)) : 24;
}

bool sharesContainer(const BlockItem *previous, const BlockContainer &container)
{
    if (!previous)
        return false;
    const QList<BlockContainer> &others = previous->block().containers;
    return std::any_of(others.begin(), others.end(), [&](const BlockContainer &other) { return other.id == container.id; });
}

} // namespace

void BlockItem::setPrevious(BlockItem *previous, const TranscriptMetrics &metrics)
{
    const qreal gap = gapTo(previous, metrics);
    if (m_previous == previous && gap == m_gap)
        return;
    m_previous = previous;
    m_gap = gap;
    exact = false;
}

qreal BlockItem::gapTo(const BlockItem *previous, const TranscriptMetrics &metrics) const
{
    using Kind = MarkdownBlock::Kind;
    if (!previous || m_block.gap == MarkdownBlock::Gap::None)
        return 0;
    const Kind before = previous->block().kind;
    if (m_block.kind == Kind::Heading)
        return std::round(metrics.bodyPixels * (m_block.level <= 2 ? 1.7 : 1.3));
    if (before == Kind::Heading)
        return 8;
    if (m_block.kind == Kind::Rule || before == Kind::Rule)
        return 20;
    if (m_block.gap == MarkdownBlock::Gap::Tight)
        return m_block.kind == Kind::Paragraph ? 4 : 8;
    const bool wide = m_block.kind != Kind::Paragraph || before != Kind::Paragraph;
    return wide ? 14 : 12;
}

qreal BlockItem::layout(const TranscriptMetrics &metrics, qreal width)
{
    m_fullWidth = width;
    m_indent = 0;
    for (const BlockContainer &container : std::as_const(m_block.containers))
        m_indent += indentOf(container);
    m_indent = std::min(m_indent, std::round(width * 0.6)); // deep nesting must leave room for words
    m_overlap = 0;
    const qreal content = layoutContent(metrics, std::max<qreal>(40, width - m_indent));
    if (m_overlap > 0)
        m_gap = -m_overlap;
    else if (m_block.gap == MarkdownBlock::Gap::None)
        m_gap = 0;
    return m_gap + content;
}

qreal BlockItem::estimate(const TranscriptMetrics &metrics, qreal width) const
{
    qreal indent = 0;
    for (const BlockContainer &container : m_block.containers)
        indent += indentOf(container);
    return m_gap + estimateContent(metrics, std::max<qreal>(40, width - indent));
}

void BlockItem::paint(const ItemPaint &paint)
{
    QPainter &painter = paint.painter;
    qreal x = 0;
    int depth = 0;
    for (const BlockContainer &container : std::as_const(m_block.containers)) {
        const qreal width = indentOf(container);
        if (container.kind == BlockContainer::Kind::Quote) {
            const qreal from = sharesContainer(m_previous, container) ? std::min<qreal>(0, m_gap) : m_gap;
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(paint.metrics.style.line);
            painter.drawRect(QRectF(isMirrored() ? m_fullWidth - x - quoteBar : x, from, quoteBar, height - from));
        } else {
            ++depth;
            if (container.first && x < m_indent)
                paintMarker(paint, container, isMirrored() ? m_fullWidth - x - width : x, width, depth);
        }
        x += width;
    }
    paintContent(paint, origin());
}

void BlockItem::paintMarker(const ItemPaint &paint, const BlockContainer &item, qreal x, qreal width, int depth) const
{
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    const qreal line = firstLine(paint.metrics);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool task = item.marker == u"☐" || item.marker == u"☑";
    if (task) {
        const QRectF box(isMirrored() ? x + width - 16.5 : x + 3.5, m_gap + std::round((line - 13) / 2) + 0.5, 13, 13);
        painter.setPen(QPen(item.done ? style.accent : style.secondary, 1.2));
        painter.setBrush(item.done ? QBrush(style.accent) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box, 3, 3);
        if (item.done) {
            painter.setPen(QPen(style.onAccent, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF({box.topLeft() + QPointF(3, 6.8), box.topLeft() + QPointF(5.6, 9.4),
                                            box.topLeft() + QPointF(10, 4)}));
        }
    } else if (item.marker == u"•") {
        const QPointF centre(isMirrored() ? x + 13 : x + width - 13, m_gap + line / 2);
        painter.setPen(depth == 2 ? QPen(style.secondary, 1.2) : QPen(Qt::NoPen));
        painter.setBrush(depth == 2 ? QBrush(Qt::NoBrush) : QBrush(style.secondary));
        if (depth >= 3)
            painter.drawRect(QRectF(centre.x() - 2.2, centre.y() - 2.2, 4.4, 4.4));
        else
            painter.drawEllipse(centre, 2.4, 2.4);
    } else {
        painter.setFont(style.body);
        painter.setPen(style.secondary);
        if (isMirrored())
            painter.drawText(QRectF(x + 8, m_gap, width + 20, line), Qt::AlignLeft | Qt::AlignVCenter, item.marker);
        else
            painter.drawText(QRectF(x - 20, m_gap, width + 20 - 8, line), Qt::AlignRight | Qt::AlignVCenter, item.marker);
    }
}

} // namespace vitrine
