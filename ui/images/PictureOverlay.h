#pragma once

#include <QWidget>

namespace vitrine {

class BlobReader;
class Lineage;
class PictureLoader;
class PictureViewer;

// One picture large over the window. Escape or a click beside it closes; the arrow keys go through the pictures.
class PictureOverlay final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureOverlay)

public:
    PictureOverlay(Lineage &lineage, PictureLoader &loader, const BlobReader &blobs, QWidget *parent);
    void open(const QString &image);
    PictureViewer &viewer() { return *m_viewer; }

signals:
    void failed(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go(int step);

    Lineage &m_lineage;
    PictureViewer *m_viewer;
    QWidget *m_card;
};

} // namespace vitrine
