#include "transcript/SideScroll.h"

#include "transcript/TranscriptMetrics.h"

#include <QPainter>

namespace vitrine {

QRectF SideScroll::handle(const QRectF &frame) const
{
    if (!needed())
        return {};
    const qreal length = std::max<qreal>(32, frame.width() * m_frame / m_content);
    const qreal x = frame.x() + (frame.width() - length) * m_offset / range();
    return {x, frame.bottom() - 7, length, 5};
}

void SideScroll::paint(QPainter &painter, const QRectF &frame, const TranscriptMetrics &metrics) const
{
    if (!needed())
        return;
    QColor colour = metrics.style.secondary;
    colour.setAlphaF(0.45F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(handle(frame), 2.5, 2.5);
}

} // namespace vitrine
