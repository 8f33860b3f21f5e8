#include "images/PictureDelegate.h"

#include "theme/Theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace vitrine {

namespace {
constexpr int rowHeight = 60;
constexpr int thumbWidth = 60;
constexpr int thumbHeight = 46;
} // namespace

void PictureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = currentTokens();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? t.selected : t.hover);
        painter->drawRoundedRect(box, spacing::corner, spacing::corner);
    }
    // The line to the parent.
    if (index.parent().isValid()) {
        painter->setPen(QPen(mixed(t.page, t.secondary, 0.5), 1));
        const double x = option.rect.left() - 9.5;
        const double y = box.center().y() + 0.5;
        painter->drawLine(QPointF(x, option.rect.top()), QPointF(x, y));
        painter->drawLine(QPointF(x, y), QPointF(x + 8, y));
        if (index.row() + 1 < index.model()->rowCount(index.parent()))
            painter->drawLine(QPointF(x, y), QPointF(x, option.rect.bottom() + 1));
    }
    const QImage image = index.data(ThumbnailRole).value<QImage>();
    const QRect place(box.left() + 6, box.center().y() - thumbHeight / 2, thumbWidth, thumbHeight);
    QRect drawn = place;
    if (!image.isNull()) {
        const QSize fit = image.size().scaled(place.size(), Qt::KeepAspectRatio);
        drawn = QRect(place.center() - QPoint(fit.width() / 2, fit.height() / 2), fit);
        QPainterPath clip;
        clip.addRoundedRect(drawn, 4, 4);
        painter->save();
        painter->setClipPath(clip);
        painter->drawImage(drawn, image);
        painter->restore();
    }
    painter->setPen(t.line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(drawn).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRect text = box.adjusted(thumbWidth + 18, 10, -8, -9);
    painter->setFont(bodyFont(0.95));
    painter->setPen(t.text);
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeading | Qt::TextSingleLine, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    painter->setFont(bodyFont(0.86));
    painter->setPen(t.secondary);
    painter->drawText(text, Qt::AlignBottom | Qt::AlignLeading | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(FactsRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return QSize(120, rowHeight);
}

} // namespace vitrine
