#pragma once

#include "transcript/BlockItem.h"
#include "transcript/RichLayout.h"
#include "transcript/SideScroll.h"

#include <vector>

namespace vitrine {

// A table. Its columns take their widths from its first rows, so that rows which stream in below never move those above.
class TableItem final : public BlockItem
{
public:
    using BlockItem::BlockItem;

    bool update(const MarkdownBlock &block) override;
    void release() override;

    qsizetype length() const override;
    qsizetype positionAt(const QPointF &point) const override;
    QString text(qsizetype from, qsizetype to) const override; // cells with tabs between, rows with line feeds
    bool isTextAt(const QPointF &point) const override;
    QString toolTipAt(const QPointF &point) const override;
    QList<TranscriptControl> controls() const override;
    bool scrollBy(qreal pixels) override { return m_scroll.scrollBy(pixels * m_scroll.contentPerHandle()); }
    bool isHandle(const QPointF &point) const override { return m_scroll.handle(frame()).adjusted(-4, -4, 4, 4).contains(point); }
    QAccessible::Role role() const override { return QAccessible::Table; }

protected:
    qreal layoutContent(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimateContent(const TranscriptMetrics &metrics, qreal width) const override;
    void paintContent(const ItemPaint &paint, const QPointF &at) override;

private:
    struct Row {
        std::vector<RichLayout> cells;
        std::vector<qsizetype> starts; // of each cell's text among all positions
        qreal y = 0;
        qreal height = 0;
    };

    void measureColumns(const TranscriptMetrics &metrics, qreal room);
    void layoutRow(size_t row, const TranscriptMetrics &metrics);
    size_t rowAt(qreal y) const;
    size_t columnAt(qreal x) const;
    QRectF frame() const;
    QPointF cellOrigin(size_t row, size_t column) const;
    void paintRow(const ItemPaint &paint, size_t row) const;

    std::vector<Row> m_rows;
    std::vector<qreal> m_columns; // widths, padding included
    qsizetype m_length = 0;
    qsizetype m_settled = 0; // rows whose layout will not change
    qreal m_width = 0;
    qreal m_rowsHeight = 0;
    TranscriptStyle m_laidOutWith;
    SideScroll m_scroll;
};

} // namespace vitrine
