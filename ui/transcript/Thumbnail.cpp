#include "transcript/Thumbnail.h"

#include "transcript/TranscriptMetrics.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace vitrine {

QSizeF thumbnailSize(const TranscriptPicture &picture, const QSizeF &limit)
{
    const qreal side = std::min(limit.width(), limit.height());
    if (picture.thumbnail.isNull())
        return {side, side};
    QSizeF size = QSizeF(picture.thumbnail.size()) / picture.thumbnail.devicePixelRatio();
    if (size.width() > limit.width() || size.height() > limit.height())
        size.scale(limit, Qt::KeepAspectRatio);
    return size.expandedTo({24, 24}).boundedTo(limit).toSize();
}

void paintThumbnail(QPainter &painter, const TranscriptPicture &picture, const QRectF &area, const TranscriptMetrics &metrics,
                    bool marked)
{
    const qreal radius = std::min<qreal>(8, area.height() / 5);
    QPainterPath shape;
    shape.addRoundedRect(area, radius, radius);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillPath(shape, metrics.hover());
    if (!picture.thumbnail.isNull()) {
        painter.setClipPath(shape, Qt::IntersectClip);
        // Fill the area and cut what is over, from the middle.
        const QSizeF whole = picture.thumbnail.size();
        const QSizeF part = area.size().scaled(whole, Qt::KeepAspectRatio);
        painter.drawImage(area, picture.thumbnail,
                          QRectF(QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part));
    }
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(marked ? QPen(metrics.style.accent, 2) : QPen(metrics.style.line, 1));
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace vitrine
