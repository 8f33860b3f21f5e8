#include "models/ModelPicker.h"

#include "models/ModelDelegate.h"
#include "models/ModelList.h"
#include "theme/Icons.h"
#include "theme/Tokens.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {
constexpr int pickerWidth = 420;
constexpr int lowest = 260;
constexpr int highest = 460;
} // namespace

ModelPicker::ModelPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new ModelList(this))
    , m_search(new QLineEdit(this))
    , m_view(new QListView(this))
{
    setAccessibleName(tr("Models"));
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setFilter(text);
        select(text.isEmpty() ? m_list->indexOf(m_current) : m_list->firstChoice());
    });
}

void ModelPicker::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_search->setProperty("kind", QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search the models"));
    m_search->setAccessibleName(tr("Search the models"));
    m_search->addAction(themedIcon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new ModelDelegate(m_view));
    m_view->setAccessibleName(tr("Models"));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(false);
    m_view->viewport()->installEventFilter(this);
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    QPushButton *connectModel = plainButton(tr("Connect a model…"), this);
    QToolButton *refresh = iconButton(QStringLiteral("view-refresh"), tr("Ask the servers for their models"), this);
    row->addWidget(connectModel);
    row->addStretch();
    row->addWidget(refresh);
    column->addLayout(row);
    connect(connectModel, &QPushButton::clicked, this, [this] {
        hide();
        emit connectRequested();
    });
    connect(refresh, &QToolButton::clicked, this, &ModelPicker::refreshRequested);
    connect(m_view, &QListView::activated, this, &ModelPicker::take);
}

void ModelPicker::setGroups(const QList<ModelGroup> &groups)
{
    const ModelChoice kept = m_view->currentIndex().isValid() ? m_list->choiceAt(m_view->currentIndex()) : m_current;
    m_list->setGroups(groups);
    select(m_list->indexOf(kept));
}

void ModelPicker::setCurrent(const ModelChoice &choice)
{
    m_current = choice;
    m_list->setCurrent(choice);
}

void ModelPicker::popUp(const QWidget *button)
{
    m_search->clear();
    select(m_list->indexOf(m_current));
    const QRect screen = button->screen()->availableGeometry();
    const QPoint corner = button->mapToGlobal(QPoint(0, 0));
    // As high as its rows need.
    int rows = 0;
    for (int row = 0; row < m_list->rowCount() && rows < highest; ++row)
        rows += m_view->sizeHintForRow(row);
    const int height = qBound(lowest, rows + layout()->minimumSize().height(), highest);
    QRect place(corner.x(), corner.y() - height - 4, pickerWidth, height);
    if (place.top() < screen.top())
        place.moveTop(corner.y() + button->height() + 4);
    place.moveLeft(qBound(screen.left(), place.left(), qMax(screen.left(), screen.right() - place.width())));
    setGeometry(place.intersected(screen));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void ModelPicker::select(const QModelIndex &index)
{
    m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
}

void ModelPicker::take(const QModelIndex &index)
{
    if (!m_list->isChoice(index))
        return;
    const ModelChoice choice = m_list->choiceAt(index);
    hide();
    emit chosen(choice);
}

void ModelPicker::step(int by)
{
    const int rows = m_list->rowCount();
    for (int row = m_view->currentIndex().row() + by; row >= 0 && row < rows; row += by) {
        if (m_list->isChoice(m_list->index(row)))
            return select(m_list->index(row));
    }
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take(m_view->currentIndex());
            return true;
        case Qt::Key_D:
            if (key->modifiers() == Qt::ControlModifier && m_list->isChoice(m_view->currentIndex())) {
                emit favouriteToggled(m_list->choiceAt(m_view->currentIndex()));
                return true;
            }
            break;
        default:
            break;
        }
    }
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        if (!m_list->isChoice(index))
            return true;
        const ModelChoice choice = m_list->choiceAt(index);
        if (!choice.isOffline() && ModelDelegate::starRect(m_view->visualRect(index), layoutDirection()).adjusted(-6, -6, 6, 6).contains(mouse->pos()))
            emit favouriteToggled(choice);
        else
            take(index);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

// Round also where nothing composes windows.
void ModelPicker::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    QPainterPath shape;
    shape.addRoundedRect(rect(), spacing::cardCorner, spacing::cardCorner);
    setMask(QRegion(shape.toFillPolygon().toPolygon()));
}

void ModelPicker::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cardCorner, spacing::cardCorner);
}

} // namespace vitrine
