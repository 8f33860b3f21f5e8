#include "sidebar/Sidebar.h"

#include "backend/Backend.h"
#include "sidebar/ConversationDelegate.h"
#include "sidebar/ConversationList.h"
#include "theme/Icons.h"
#include "theme/Tokens.h"
#include "widgets/Buttons.h"
#include "widgets/UndoBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {
QToolButton *rowButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", QStringLiteral("row"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(themedIcon(icon));
    button->setIconSize(QSize(18, 18));
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}
} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_list(new ConversationList(this))
    , m_view(new QListView(this))
    , m_search(new QLineEdit(this))
    , m_settings(rowButton(QStringLiteral("configure"), tr("Settings"), this))
    , m_undo(new UndoBar(this))
{
    setAccessibleName(tr("Conversations"));
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setFilter(text);
        setCurrent(m_current);
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const ConversationId id = m_list->idAt(index); !id.isEmpty())
            emit chosen(id);
    });
    connect(m_view, &QListView::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(m_list, &ConversationList::renamed, this, [this](const ConversationId &id, const QString &title) {
        if (m_backend)
            m_backend->rename(id, title);
        emit titleChanged(id, title);
    });
}

void Sidebar::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    QToolButton *fresh = rowButton(QStringLiteral("document-edit"), tr("New chat"), this);
    fresh->setObjectName(QStringLiteral("newChat"));
    fresh->setToolTip(tr("Begin a new conversation (Ctrl+N)"));
    QToolButton *fold = iconButton(QStringLiteral("sidebar-collapse-left view-left-close"), tr("Hide the conversations"), this, tr("Hide the conversations (Ctrl+B)"));
    top->addWidget(fresh, 1);
    top->addWidget(fold);
    column->addLayout(top);
    m_search->setProperty("kind", QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the conversations"));
    m_search->setClearButtonEnabled(false);
    m_search->addAction(themedIcon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new ConversationDelegate(m_view));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    column->addWidget(m_view, 1);
    column->addWidget(m_undo);
    m_settings->setPopupMode(QToolButton::InstantPopup);
    column->addWidget(m_settings);
    connect(fresh, &QToolButton::clicked, this, &Sidebar::newRequested);
    connect(fold, &QToolButton::clicked, this, &Sidebar::foldRequested);
}

void Sidebar::setBackend(Backend &backend)
{
    m_backend = &backend;
    connect(&backend, &Backend::turnStarted, this, [this](const Conversation &conversation) {
        m_list->put(conversation);
        m_list->setRunning(conversation.id, true);
        setCurrent(m_current);
    });
    connect(&backend, &Backend::turnEnded, this, [this](const ConversationId &conversation) { m_list->setRunning(conversation, false); });
    backend.listConversations(this, [this](const auto &conversations) { applyList(conversations); });
}

void Sidebar::applyList(const Result<QList<Conversation>> &conversations)
{
    if (!conversations) {
        emit m_backend->failed(conversations.error());
        return;
    }
    m_list->setConversations(*conversations);
    setCurrent(m_current);
}

void Sidebar::setMenu(QMenu *menu)
{
    m_settings->setMenu(menu);
}

void Sidebar::setCurrent(const ConversationId &id)
{
    m_current = id;
    const QModelIndex index = m_list->indexOf(id);
    if (index.isValid())
        m_view->setCurrentIndex(index);
    else
        m_view->clearSelection();
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

ConversationId Sidebar::currentId() const
{
    return m_list->idAt(m_view->currentIndex());
}

void Sidebar::renameConversation(const ConversationId &id)
{
    const QModelIndex index = m_list->indexOf(id);
    if (index.isValid())
        m_view->edit(index);
}

void Sidebar::togglePinned(const ConversationId &id)
{
    const Conversation *known = m_list->find(id);
    if (!known || !m_backend)
        return;
    Conversation changed = *known;
    changed.pinned = !changed.pinned;
    m_backend->setPinned(id, changed.pinned);
    m_list->put(changed);
    setCurrent(m_current);
}

void Sidebar::deleteConversation(const ConversationId &id)
{
    const Conversation *known = m_list->find(id);
    if (!known || !m_backend)
        return;
    const Conversation gone = *known;
    m_backend->setDeleted(id, true);
    m_list->remove(id);
    emit deleted(id);
    m_undo->offer(tr("“%1” was deleted.").arg(fontMetrics().elidedText(ConversationList::titleOf(gone), Qt::ElideRight, 140)), [this, gone] {
        m_backend->setDeleted(gone.id, false);
        m_list->put(gone);
        emit restored(gone.id);
    });
}

void Sidebar::showMenu(const QPoint &place)
{
    const ConversationId id = m_list->idAt(m_view->indexAt(place));
    const Conversation *conversation = m_list->find(id);
    if (!conversation)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(QStringLiteral("edit-rename")), tr("Rename"), this, [this, id] { renameConversation(id); });
    menu->addAction(themedIcon(QStringLiteral("window-pin pin")), conversation->pinned ? tr("Unpin") : tr("Pin"), this, [this, id] { togglePinned(id); });
    menu->addSeparator();
    menu->addAction(themedIcon(QStringLiteral("edit-delete"), IconTint::Error), tr("Delete"), this, [this, id] { deleteConversation(id); });
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched == m_search && !m_search->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search) {
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            for (int row = 0; row < m_list->rowCount(); ++row) {
                if (m_list->idAt(m_list->index(row)).isEmpty())
                    continue;
                m_view->setCurrentIndex(m_list->index(row));
                if (key == Qt::Key_Down)
                    m_view->setFocus(Qt::TabFocusReason);
                else
                    emit chosen(m_list->idAt(m_list->index(row)));
                break;
            }
            return true;
        }
    }
    if (watched == m_view && !currentId().isEmpty()) {
        if (key == Qt::Key_Delete) {
            deleteConversation(currentId());
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit chosen(currentId());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTokens().sidebar);
}

} // namespace vitrine
