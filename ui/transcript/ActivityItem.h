#pragma once

#include "transcript/TranscriptEntry.h"
#include "transcript/TranscriptItem.h"

#include <vector>

namespace vitrine {

// "Thought for 12 s · 5 steps · 3 pictures": what was done for an answer, folded into one line that opens in place.
class ActivityItem final : public TranscriptItem
{
public:
    void update(const TranscriptActivity &activity);
    bool isOpen() const { return m_open; }

    qreal layout(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimate(const TranscriptMetrics &metrics, qreal width) const override;
    void paint(const ItemPaint &paint) override;
    QString toolTipAt(const QPointF &point) const override;
    QList<TranscriptControl> controls() const override { return m_controls; }
    bool activate(const TranscriptControl &control) override;
    QString accessibleText() const override;
    QAccessible::Role role() const override { return QAccessible::Grouping; }
    QString dump() const override;

private:
    struct Shown {
        TranscriptPicture picture;
        QRectF area;
        int control = -1;
    };
    struct Row {
        qsizetype step = 0;
        QRectF area;
        int control = -1;
    };

    void placeFolded(const TranscriptMetrics &metrics, qreal width);
    qreal placeSteps(const TranscriptMetrics &metrics, qreal width);
    void addPicture(const TranscriptPicture &picture, const QRectF &area);
    void paintLine(const ItemPaint &paint) const;
    void paintStep(const ItemPaint &paint, const Row &row) const;

    TranscriptActivity m_activity;
    bool m_open = false;
    QRectF m_line;      // of the summary
    QString m_more;     // "+4": pictures that did not fit
    QRectF m_moreArea;
    std::vector<Shown> m_shown;
    std::vector<Row> m_rows;
    QList<TranscriptControl> m_controls;
};

} // namespace vitrine
