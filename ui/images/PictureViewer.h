#pragma once

#include "presenter/Lineage.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace vitrine {

class BlobReader;
class ElidedLabel;
class ImageView;
class PictureLoader;

// One picture of the conversation with its controls. A derived one can be seen by itself or as an outline on its original.
class PictureViewer final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureViewer)

public:
    PictureViewer(Lineage &lineage, PictureLoader &loader, const BlobReader &blobs, QWidget *parent = nullptr);

    void showPicture(const QString &image);
    QString shownImage() const { return m_shown; } // the picture drawn: the original while an outline is shown
    QString selected() const { return m_selected; }
    void setOnOriginal(bool on);
    bool isOnOriginal() const;
    ImageView &view() { return *m_view; }
    QWidget *controls() const { return m_controls; }

signals:
    void failed(const QString &sentence);

private:
    void build();
    void load(const PictureNode &node, int maxSide);
    void refresh();
    void copyPicture();
    void savePicture();

    Lineage &m_lineage;
    PictureLoader &m_loader;
    const BlobReader &m_blobs;
    ImageView *m_view;
    QWidget *m_controls;
    QToolButton *m_onOriginal = nullptr;
    QToolButton *m_alone = nullptr;
    ElidedLabel *m_caption = nullptr;
    QString m_selected;
    QString m_shown;
    QString m_shownSha;
    int m_askedSide = 0;
};

} // namespace vitrine
