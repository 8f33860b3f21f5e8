#include "transcript/TextItem.h"

#include "transcript/SafeLink.h"
#include "transcript/TranscriptWords.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine {

QList<TranscriptControl> linksOf(const RichText &text, const RichLayout &layout, const QPointF &at)
{
    QList<TranscriptControl> links;
    int last = -1;
    for (const InlineRun &run : text.runs) {
        if (run.link < 0)
            continue;
        if (run.link != last) {
            links.append({TranscriptControl::Kind::Link, text.links.at(run.link), {}, {}});
            last = run.link;
        }
        links.last().name += text.plain(run.start, run.start + run.length);
        const QList<QRectF> rects = layout.rectsOf(run.start, run.start + run.length);
        for (const QRectF &rect : rects)
            links.last().areas.append(rect.translated(at));
    }
    return links;
}

bool TextItem::update(const MarkdownBlock &block)
{
    const bool suits = block.kind == MarkdownBlock::Kind::Paragraph || block.kind == MarkdownBlock::Kind::Heading;
    if (!suits)
        return false;
    const bool same = block.text == m_block.text && block.level == m_block.level && block.containers == m_block.containers
        && block.gap == m_block.gap;
    m_block = block;
    exact = exact && same;
    return true;
}

QString TextItem::text(qsizetype from, qsizetype to) const
{
    QString marker;
    if (from == 0 && to > 0) {
        for (const BlockContainer &container : m_block.containers) {
            if (container.kind == BlockContainer::Kind::Item && container.first)
                marker = container.marker == u"•" ? QStringLiteral("- ") : container.marker + u' ';
        }
    }
    return marker + m_block.text.plain(from, to);
}

const InlineRun *TextItem::runAt(const QPointF &point) const
{
    for (const InlineRun &run : m_block.text.runs) {
        const QList<QRectF> rects = m_layout.rectsOf(run.start, run.start + run.length);
        if (std::any_of(rects.begin(), rects.end(), [&](const QRectF &rect) { return rect.contains(point - origin()); }))
            return &run;
    }
    return nullptr;
}

QString TextItem::toolTipAt(const QPointF &point) const
{
    const InlineRun *run = runAt(point);
    if (!run)
        return {};
    if (run->link >= 0) {
        if (const std::optional<QUrl> url = safeLink(m_block.text.links.at(run->link)))
            return trueTarget(*url);
    }
    if (run->flags & Unsure)
        return TranscriptWords::tr("Not sure: compare this with the picture");
    return {};
}

bool TextItem::isTextAt(const QPointF &point) const
{
    const QPointF inside = point - origin();
    return inside.y() >= 0 && inside.x() >= 0;
}

QList<TranscriptControl> TextItem::controls() const
{
    return m_block.text.links.isEmpty() ? QList<TranscriptControl>() : linksOf(m_block.text, m_layout, origin());
}

QAccessible::Role TextItem::role() const
{
    if (m_block.kind == MarkdownBlock::Kind::Heading)
        return QAccessible::Heading;
    return m_block.containers.isEmpty() ? QAccessible::Paragraph : QAccessible::ListItem;
}

qreal TextItem::layoutContent(const TranscriptMetrics &metrics, qreal width)
{
    RichSetting setting{metrics.style.body, metrics.style.text, metrics.line, Qt::AlignLeft, 0};
    m_rightToLeft = m_block.text.text.isRightToLeft();
    if (m_block.kind == MarkdownBlock::Kind::Heading) {
        setting.font = metrics.headingFont(m_block.level);
        setting.line = metrics.headingLine(m_block.level);
    }
    const bool quoted = std::any_of(m_block.containers.begin(), m_block.containers.end(),
                                    [](const BlockContainer &c) { return c.kind == BlockContainer::Kind::Quote; });
    if (quoted)
        setting.colour = metrics.style.secondary;

    qreal used = 0;
    const qreal behind = m_block.gap == MarkdownBlock::Gap::None && previous() ? previous()->tail() : -1;
    if (behind > 0 && behind < width * 0.9 && !m_rightToLeft) {
        setting.firstIndent = behind;
        used = m_layout.layout(m_block.text, setting, metrics, width);
        m_overlap = setting.line;
    }
    if (m_overlap == 0 || m_layout.breaksFirstWord()) {
        setting.firstIndent = 0;
        m_overlap = 0;
        used = m_layout.layout(m_block.text, setting, metrics, width);
    }
    m_tail = m_layout.lastLineEnd();
    return used;
}

qreal TextItem::estimateContent(const TranscriptMetrics &metrics, qreal width) const
{
    const bool heading = m_block.kind == MarkdownBlock::Kind::Heading;
    const qreal line = heading ? metrics.headingLine(m_block.level) : metrics.line;
    const qreal lines = std::ceil(qreal(m_block.text.text.size()) * metrics.charWidth / width);
    return line * std::max<qreal>(lines, 1.0 + qreal(m_block.text.text.count(QChar::LineSeparator)));
}

void TextItem::paintContent(const ItemPaint &paint, const QPointF &at)
{
    m_layout.paint(paint.painter, at, paint.metrics, paint.selectedFrom, paint.selectedTo);
    if (paint.focused < 0)
        return;
    const QList<TranscriptControl> links = controls();
    if (paint.focused >= links.size())
        return;
    paint.painter.setRenderHint(QPainter::Antialiasing);
    paint.painter.setBrush(Qt::NoBrush);
    paint.painter.setPen(QPen(paint.metrics.style.accent, 1.5));
    for (const QRectF &area : links.at(paint.focused).areas)
        paint.painter.drawRoundedRect(area.adjusted(-1.5, 0.5, 1.5, -0.5), 4, 4);
}

qreal TextItem::firstLine(const TranscriptMetrics &metrics) const
{
    return m_block.kind == MarkdownBlock::Kind::Heading ? metrics.headingLine(m_block.level) : metrics.line;
}

bool RuleItem::update(const MarkdownBlock &block)
{
    if (block.kind != MarkdownBlock::Kind::Rule)
        return false;
    m_block = block;
    return true;
}

qreal RuleItem::layoutContent(const TranscriptMetrics &, qreal width)
{
    m_width = width;
    return 1;
}

void RuleItem::paintContent(const ItemPaint &paint, const QPointF &at)
{
    paint.painter.fillRect(QRectF(at.x(), at.y(), m_width, 1), paint.metrics.style.line);
}

} // namespace vitrine
