#pragma once

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;
class QStackedWidget;

namespace vitrine {

class BlobReader;
class Lineage;
class PictureLoader;
class PictureViewer;
struct PictureNode;

// The pictures of the conversation: the chosen one above, all of them below as a tree of what came from what.
class ImagesPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagesPanel)

public:
    ImagesPanel(Lineage &lineage, PictureLoader &loader, const BlobReader &blobs, QWidget *parent = nullptr);

    void select(const QString &image);
    QString selected() const;
    PictureViewer &viewer() { return *m_viewer; }

signals:
    void openRequested(const QString &image); // large, over the window
    void stepRequested(const QString &step);
    void failed(const QString &sentence);

private:
    void rebuild();
    void refreshThumbnail(const QString &sha256);
    void fill(QTreeWidgetItem *item, const PictureNode &node);

    Lineage &m_lineage;
    PictureLoader &m_loader;
    PictureViewer *m_viewer;
    QTreeWidget *m_tree;
    QWidget *m_empty;
    QWidget *m_content;
};

} // namespace vitrine
