#include "images/PictureViewer.h"

#include "images/ImageView.h"
#include "images/PictureLoader.h"
#include "images/SaveBlob.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {
constexpr int firstSide = 1024; // enough for the panel; more is asked for when zoomed

QToolButton *tab(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", QStringLiteral("tab"));
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}
} // namespace

PictureViewer::PictureViewer(Lineage &lineage, PictureLoader &loader, const BlobReader &blobs, QWidget *parent)
    : QWidget(parent)
    , m_lineage(lineage)
    , m_loader(loader)
    , m_blobs(blobs)
    , m_view(new ImageView(this))
    , m_controls(new QWidget(this))
{
    build();
    connect(m_view, &ImageView::detailWanted, this, [this](int maxSide) {
        const PictureNode *node = m_lineage.find(m_shown);
        if (node && maxSide > m_askedSide)
            load(*node, maxSide);
    });
}

void PictureViewer::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_view, 1);
    column->addWidget(m_controls);
    auto *row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_onOriginal = tab(tr("On the original"), m_controls);
    m_alone = tab(tr("The picture"), m_controls);
    auto *group = new QButtonGroup(this);
    group->addButton(m_onOriginal);
    group->addButton(m_alone);
    m_onOriginal->setChecked(true);
    m_caption = new ElidedLabel(m_controls, ElidedLabel::Ink::Secondary);
    m_caption->setFont(bodyFont(0.9));
    QToolButton *fit = iconButton(QStringLiteral("zoom-fit-best"), tr("Fit"), m_controls, tr("Fit into the view (0)"));
    QToolButton *actual = iconButton(QStringLiteral("zoom-original"), tr("Actual size"), m_controls, tr("One pixel of the picture a pixel of the screen (1)"));
    QToolButton *copy = iconButton(QStringLiteral("edit-copy"), tr("Copy the picture"), m_controls);
    QToolButton *save = iconButton(QStringLiteral("document-save"), tr("Save the picture"), m_controls);
    row->addWidget(m_onOriginal);
    row->addWidget(m_alone);
    row->addWidget(m_caption, 100);
    row->addStretch(1); // beside a derived picture there is no caption to take the room
    for (QToolButton *button : {fit, actual, copy, save})
        row->addWidget(button);
    connect(group, &QButtonGroup::buttonClicked, this, [this] { refresh(); });
    connect(fit, &QToolButton::clicked, m_view, &ImageView::fit);
    connect(actual, &QToolButton::clicked, m_view, &ImageView::actualSize);
    connect(copy, &QToolButton::clicked, this, &PictureViewer::copyPicture);
    connect(save, &QToolButton::clicked, this, &PictureViewer::savePicture);
}

void PictureViewer::setOnOriginal(bool on)
{
    (on ? m_onOriginal : m_alone)->setChecked(true);
    refresh();
}

bool PictureViewer::isOnOriginal() const
{
    return m_onOriginal->isChecked();
}

void PictureViewer::showPicture(const QString &image)
{
    m_selected = image;
    refresh();
}

void PictureViewer::refresh()
{
    const PictureNode *node = m_lineage.find(m_selected);
    if (!node) {
        m_shown.clear();
        m_shownSha.clear();
        m_view->setOutline({});
        m_view->setMessage(tr("No picture is chosen."));
        return;
    }
    const PictureNode *root = m_lineage.find(node->root);
    const bool derived = !node->parent.isEmpty() && root;
    m_onOriginal->setVisible(derived);
    m_alone->setVisible(derived);
    m_caption->setVisible(!derived);
    m_caption->setText(node->title);
    const bool outlined = derived && m_onOriginal->isChecked();
    m_view->setOutline(outlined ? m_lineage.outlineOnRoot(m_selected) : QPolygonF());
    m_view->setAccessibleDescription(outlined ? tr("%1 outlined on %2").arg(node->image, node->root) : node->title);
    const PictureNode &drawn = outlined ? *root : *node;
    // Ids begin anew in each conversation, so the bytes decide.
    if (m_shown == drawn.image && m_shownSha == drawn.blob.sha256 && !m_view->image().isNull())
        return;
    m_shown = drawn.image;
    m_shownSha = drawn.blob.sha256;
    m_askedSide = 0;
    load(drawn, firstSide);
}

void PictureViewer::load(const PictureNode &node, int maxSide)
{
    m_askedSide = maxSide;
    m_loader.load(node.blob, maxSide, this, [this, sha = node.blob.sha256, size = node.size, maxSide](const Result<QImage> &result) {
        if (sha != m_shownSha || maxSide < m_askedSide)
            return;
        if (result)
            m_view->setImage(sha, *result, size);
        else
            m_view->setMessage(result.error().message);
    });
}

void PictureViewer::copyPicture()
{
    if (!m_view->image().isNull())
        QGuiApplication::clipboard()->setImage(m_view->image());
}

void PictureViewer::savePicture()
{
    const PictureNode *node = m_lineage.find(isOnOriginal() && !m_shown.isEmpty() ? m_shown : m_selected);
    if (!node)
        return;
    const QString suffix = node->blob.mime == QLatin1String("image/jpeg") ? QStringLiteral("jpg") : QStringLiteral("png");
    const QString name = node->parent.isEmpty() ? node->title : node->image + u'.' + suffix;
    saveBlob(this, m_blobs, node->blob, name, [this](const QString &sentence) { emit failed(sentence); });
}

} // namespace vitrine
