#pragma once

#include "transcript/BlockItem.h"
#include "transcript/RichLayout.h"

namespace vitrine {

// A paragraph or a heading.
class TextItem final : public BlockItem
{
public:
    using BlockItem::BlockItem;

    bool update(const MarkdownBlock &block) override;
    void release() override { m_layout.release(); }
    qreal tail() const override { return m_tail; }

    qsizetype length() const override { return m_block.text.text.size(); }
    qsizetype positionAt(const QPointF &point) const override { return m_layout.positionAt(point - origin()); }
    QString text(qsizetype from, qsizetype to) const override;
    QString toolTipAt(const QPointF &point) const override;
    bool isTextAt(const QPointF &point) const override;
    QList<TranscriptControl> controls() const override;
    QString accessibleText() const override { return m_block.text.plain(); }
    QAccessible::Role role() const override;
    qreal naturalWidth() const override { return origin().x() + m_layout.naturalWidth(); }

protected:
    qreal layoutContent(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimateContent(const TranscriptMetrics &metrics, qreal width) const override;
    void paintContent(const ItemPaint &paint, const QPointF &at) override;
    qreal firstLine(const TranscriptMetrics &metrics) const override;
    bool isMirrored() const override { return m_rightToLeft; }

private:
    const InlineRun *runAt(const QPointF &point) const;

    RichLayout m_layout;
    qreal m_tail = -1;
    bool m_rightToLeft = false;
};

// The links of one text, each with the rectangles of its runs.
QList<TranscriptControl> linksOf(const RichText &text, const RichLayout &layout, const QPointF &at);

// A line across.
class RuleItem final : public BlockItem
{
public:
    using BlockItem::BlockItem;

    bool update(const MarkdownBlock &block) override;
    qsizetype length() const override { return 1; }
    QString text(qsizetype from, qsizetype to) const override { return from == 0 && to > 0 ? QStringLiteral("---") : QString(); }
    QAccessible::Role role() const override { return QAccessible::Separator; }

protected:
    qreal layoutContent(const TranscriptMetrics &, qreal width) override;
    qreal estimateContent(const TranscriptMetrics &, qreal) const override { return 1; }
    void paintContent(const ItemPaint &paint, const QPointF &at) override;

private:
    qreal m_width = 0;
};

} // namespace vitrine
