#include "images/ImagesPanel.h"

#include "images/ImageView.h"
#include "images/PictureDelegate.h"
#include "images/PictureLoader.h"
#include "images/PictureViewer.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace vitrine {

ImagesPanel::ImagesPanel(Lineage &lineage, PictureLoader &loader, const BlobReader &blobs, QWidget *parent)
    : QWidget(parent)
    , m_lineage(lineage)
    , m_loader(loader)
    , m_viewer(new PictureViewer(lineage, loader, blobs, this))
    , m_tree(new QTreeWidget(this))
    , m_content(new QWidget(this))
{
    setAccessibleName(tr("Images"));
    auto *label = new QLabel(tr("Pictures that you add, and those made from them, appear here with their descent."), this);
    label->setProperty("kind", QStringLiteral("secondary"));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop);
    label->setContentsMargins(4, 12, 4, 0);
    m_empty = label;
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(18);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setItemDelegate(new PictureDelegate(m_tree));
    // The delegate draws the selection; the view would fill the indentation beside it as well.
    QPalette palette = m_tree->palette();
    palette.setColor(QPalette::Highlight, Qt::transparent);
    m_tree->setPalette(palette);
    m_tree->setAccessibleName(tr("Pictures and what they were made from"));
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 12);
    column->addWidget(m_empty);
    column->addWidget(m_content, 1);
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_viewer, 11);
    inner->addWidget(m_tree, 10);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            m_viewer->showPicture(item->data(0, PictureDelegate::ImageRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { emit openRequested(item->data(0, PictureDelegate::ImageRole).toString()); });
    connect(m_viewer, &PictureViewer::failed, this, &ImagesPanel::failed);
    connect(&lineage, &Lineage::changed, this, &ImagesPanel::rebuild);
    connect(&loader, &PictureLoader::arrived, this, &ImagesPanel::refreshThumbnail);
    rebuild();
}

void ImagesPanel::fill(QTreeWidgetItem *item, const PictureNode &node)
{
    item->setData(0, PictureDelegate::ImageRole, node.image);
    item->setData(0, PictureDelegate::ShaRole, node.blob.sha256);
    item->setText(0, node.parent.isEmpty() ? node.title : node.image);
    QStringList facts;
    if (node.parent.isEmpty()) {
        if (node.image != node.title)
            facts << node.image;
    } else {
        facts << node.title;
    }
    if (!node.size.isEmpty())
        facts << QStringLiteral("%1 × %2").arg(node.size.width()).arg(node.size.height());
    item->setData(0, PictureDelegate::FactsRole, facts.join(QStringLiteral(" · ")));
    item->setData(0, Qt::AccessibleTextRole, item->text(0) + QLatin1String(", ") + facts.join(QLatin1String(", ")));
    item->setData(0, PictureDelegate::ThumbnailRole, m_loader.thumbnail(node.blob));
}

void ImagesPanel::rebuild()
{
    const QString before = selected();
    const auto tree = m_lineage.tree();
    {
        const QSignalBlocker quiet(m_tree);
        m_tree->clear();
        QList<QTreeWidgetItem *> parents;
        for (const auto &[depth, node] : tree) {
            QTreeWidgetItem *item = depth == 0 ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(parents[depth - 1]);
            parents.resize(depth);
            parents.append(item);
            fill(item, node);
        }
        m_tree->expandAll();
    }
    m_empty->setVisible(tree.isEmpty());
    m_content->setVisible(!tree.isEmpty());
    if (!tree.isEmpty())
        select(m_lineage.find(before) ? before : tree.constFirst().second.image);
}

void ImagesPanel::refreshThumbnail(const QString &sha256)
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->data(0, PictureDelegate::ShaRole).toString() != sha256)
            continue;
        if (const PictureNode *node = m_lineage.find((*it)->data(0, PictureDelegate::ImageRole).toString()))
            (*it)->setData(0, PictureDelegate::ThumbnailRole, m_loader.thumbnail(node->blob));
    }
}

void ImagesPanel::select(const QString &image)
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->data(0, PictureDelegate::ImageRole).toString() == image) {
            m_tree->setCurrentItem(*it);
            m_viewer->showPicture(image);
            return;
        }
    }
}

QString ImagesPanel::selected() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, PictureDelegate::ImageRole).toString() : QString();
}

} // namespace vitrine
