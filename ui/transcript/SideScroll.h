#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>

class QPainter;

namespace vitrine {

struct TranscriptMetrics;

// Content that may be wider than its frame: an offset and a thin handle below it.
class SideScroll
{
public:
    static constexpr qreal handleRoom = 10; // height that the handle takes when there is one

    void setWidths(qreal frame, qreal content)
    {
        m_frame = frame;
        m_content = content;
        m_offset = std::clamp<qreal>(m_offset, 0, range());
    }
    bool needed() const { return range() > 0.5; }
    qreal offset() const { return m_offset; }
    bool scrollBy(qreal pixels)
    {
        const qreal before = m_offset;
        m_offset = std::clamp<qreal>(m_offset + pixels, 0, range());
        return m_offset != before;
    }
    // `frame` is where the content is shown, the handle lies along its lower edge.
    QRectF handle(const QRectF &frame) const;
    // How far the content moves when the handle is dragged by one pixel.
    qreal contentPerHandle() const { return m_frame > 0 ? m_content / m_frame : 1; }
    void paint(QPainter &painter, const QRectF &frame, const TranscriptMetrics &metrics) const;

private:
    qreal range() const { return std::max<qreal>(0, m_content - m_frame); }

    qreal m_frame = 0;
    qreal m_content = 0;
    qreal m_offset = 0;
};

} // namespace vitrine
