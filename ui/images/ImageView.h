#pragma once

#include <QImage>
#include <QPolygonF>
#include <QWidget>

namespace vitrine {

// A picture that can be zoomed about the pointer and dragged. Coordinates are pixels of the whole picture, whatever part of
// its resolution is loaded.
class ImageView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageView)

public:
    explicit ImageView(QWidget *parent = nullptr);

    // `fullSize`: of the picture that `image` is a copy of, perhaps a smaller one. The same key keeps the place that is looked at.
    void setImage(const QString &key, const QImage &image, const QSize &fullSize);
    void setMessage(const QString &sentence); // in place of a picture
    void setOutline(const QPolygonF &outline);
    const QImage &image() const { return m_image; }
    QSize fullSize() const { return m_fullSize; }

    void fit();
    void actualSize();
    void zoomBy(double factor, const QPointF &about);
    double scale() const { return m_scale; } // window pixels a picture pixel
    QPointF toPicture(const QPointF &place) const { return (place - m_offset) / m_scale; }
    bool isFitted() const { return m_fitted; }

signals:
    // More pixels are shown than are loaded.
    void detailWanted(int maxSide);
    void viewChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keepInside();
    void changed();

    QString m_key;
    QImage m_image;
    QSize m_fullSize;
    QString m_message;
    QPolygonF m_outline;
    double m_scale = 1.0;
    QPointF m_offset;
    QPointF m_dragFrom;
    bool m_fitted = true;
    bool m_dragging = false;
};

} // namespace vitrine
