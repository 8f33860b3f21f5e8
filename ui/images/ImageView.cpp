#include "images/ImageView.h"

#include "theme/Tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>

namespace vitrine {

namespace {
constexpr double largest = 16.0;
constexpr double margin = 8.0;
} // namespace

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture"));
    setMinimumSize(120, 90);
}

void ImageView::setImage(const QString &key, const QImage &image, const QSize &fullSize)
{
    const bool same = key == m_key && m_fullSize == fullSize;
    m_key = key;
    m_image = image;
    m_message.clear();
    m_fullSize = fullSize.isEmpty() ? image.size() : fullSize;
    if (!same)
        fit();
    update();
}

void ImageView::setMessage(const QString &sentence)
{
    m_key.clear();
    m_image = {};
    m_message = sentence;
    update();
}

void ImageView::setOutline(const QPolygonF &outline)
{
    m_outline = outline;
    update();
}

void ImageView::fit()
{
    m_fitted = true;
    if (m_fullSize.isEmpty())
        return;
    const double room = qMin((width() - 2 * margin) / m_fullSize.width(), (height() - 2 * margin) / m_fullSize.height());
    m_scale = qMax(0.001, qMin(room, 4.0));
    m_offset = QPointF(width() - m_fullSize.width() * m_scale, height() - m_fullSize.height() * m_scale) / 2.0;
    changed();
}

void ImageView::actualSize()
{
    zoomBy(1.0 / devicePixelRatioF() / m_scale, QRectF(rect()).center());
}

void ImageView::zoomBy(double factor, const QPointF &about)
{
    if (m_fullSize.isEmpty())
        return;
    const double smallest = qMin(1.0, qMin((width() - 2 * margin) / m_fullSize.width(), (height() - 2 * margin) / m_fullSize.height()));
    const double scale = qBound(qMax(0.001, smallest), m_scale * factor, largest);
    const QPointF fixed = toPicture(about);
    m_scale = scale;
    m_offset = about - fixed * scale;
    m_fitted = false;
    keepInside();
    changed();
}

// What fits is centred; what is larger cannot be dragged out of sight.
void ImageView::keepInside()
{
    const QSizeF size = QSizeF(m_fullSize) * m_scale;
    const auto bounded = [](double offset, double length, double room) {
        return length <= room ? (room - length) / 2 : qBound(room - length - margin, offset, margin);
    };
    m_offset = QPointF(bounded(m_offset.x(), size.width(), width()), bounded(m_offset.y(), size.height(), height()));
}

void ImageView::changed()
{
    update();
    emit viewChanged();
    if (m_image.isNull())
        return;
    const double shown = m_scale * devicePixelRatioF() * qMax(m_fullSize.width(), m_fullSize.height());
    const int loaded = qMax(m_image.width(), m_image.height());
    const int full = qMax(m_fullSize.width(), m_fullSize.height());
    if (loaded < full && shown > loaded * 1.2)
        emit detailWanted(shown > 4096 ? full : shown > 2048 ? 4096 : 2048);
}

void ImageView::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.dark ? mixed(t.page, QColor(0, 0, 0), 0.35) : mixed(t.page, t.text, 0.045));
    painter.drawRoundedRect(rect(), spacing::corner, spacing::corner);
    if (m_image.isNull()) {
        painter.setPen(t.secondary);
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    painter.setClipRect(rect());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_scale < 3.0);
    painter.drawImage(QRectF(m_offset, QSizeF(m_fullSize) * m_scale), m_image);
    if (!m_outline.isEmpty()) {
        QPolygonF shown;
        for (const QPointF &point : m_outline)
            shown << m_offset + point * m_scale;
        // What lies outside is dimmed, so that the outline reads on any picture.
        QPolygonF all(QRectF(m_offset, QSizeF(m_fullSize) * m_scale));
        QPainterPath shade;
        shade.addPolygon(all);
        QPainterPath inner;
        inner.addPolygon(shown);
        inner.closeSubpath();
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 110));
        painter.drawPath(shade.subtracted(inner));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, 140), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(shown);
        painter.setPen(QPen(t.outline, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(shown);
    }
    if (hasFocus()) {
        painter.setPen(t.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::corner, spacing::corner);
    }
}

void ImageView::resizeEvent(QResizeEvent *)
{
    if (m_fitted)
        fit();
    else
        keepInside();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (!qFuzzyIsNull(steps))
        zoomBy(std::pow(1.25, steps), event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_image.isNull())
        return;
    m_dragging = true;
    m_dragFrom = event->position() - m_offset;
    setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_offset = event->position() - m_dragFrom;
    m_fitted = false;
    keepInside();
    update();
}

void ImageView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    unsetCursor();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_fitted)
        zoomBy(1.0 / devicePixelRatioF() / m_scale, event->position());
    else
        fit();
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25, QRectF(rect()).center());
    case Qt::Key_Minus:
        return zoomBy(0.8, QRectF(rect()).center());
    case Qt::Key_0:
        return fit();
    case Qt::Key_1:
        return actualSize();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace vitrine
