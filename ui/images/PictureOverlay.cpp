#include "images/PictureOverlay.h"

#include "images/ImageView.h"
#include "images/PictureViewer.h"
#include "presenter/Lineage.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

PictureOverlay::PictureOverlay(Lineage &lineage, PictureLoader &loader, const BlobReader &blobs, QWidget *parent)
    : QWidget(parent)
    , m_lineage(lineage)
    , m_viewer(new PictureViewer(lineage, loader, blobs, this))
    , m_card(new Card(this, Card::Ground::Page))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture viewer"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(32, 28, 32, 28);
    outer->addWidget(m_card);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_viewer);
    QToolButton *close = iconButton(QStringLiteral("window-close"), tr("Close"), m_viewer->controls(), tr("Close (Esc)"));
    m_viewer->controls()->layout()->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_viewer, &PictureViewer::failed, this, &PictureOverlay::failed);
    parent->installEventFilter(this);
    hide();
}

void PictureOverlay::open(const QString &image)
{
    m_viewer->setOnOriginal(false);
    m_viewer->showPicture(image);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_viewer->view().fit();
    m_viewer->view().setFocus(Qt::OtherFocusReason);
}

void PictureOverlay::go(int step)
{
    const auto tree = m_lineage.tree();
    for (int i = 0; i < int(tree.size()); ++i) {
        if (tree[i].second.image == m_viewer->selected()) {
            m_viewer->showPicture(tree[qBound(0, i + step, int(tree.size()) - 1)].second.image);
            return;
        }
    }
}

void PictureOverlay::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        return go(-1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return go(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PictureOverlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        hide();
}

bool PictureOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void PictureOverlay::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, 130));
}

} // namespace vitrine
