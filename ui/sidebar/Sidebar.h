#pragma once

#include "base/Error.h"
#include "model/Conversation.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QMenu;
class QToolButton;

namespace vitrine {

class Backend;
class ConversationList;
class UndoBar;

// The library of conversations: find, open, rename in place, pin, delete with an undo.
class Sidebar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)

public:
    explicit Sidebar(QWidget *parent = nullptr);

    // Until a backend is there the list is empty.
    void setBackend(Backend &backend);
    void setMenu(QMenu *menu); // behind the button at the bottom
    void setCurrent(const ConversationId &id); // marks it, emits nothing
    void focusSearch();
    ConversationList &list() { return *m_list; }
    UndoBar &undoBar() { return *m_undo; }

    void renameConversation(const ConversationId &id); // opens the editor in its row
    void togglePinned(const ConversationId &id);
    void deleteConversation(const ConversationId &id);

    QSize sizeHint() const override { return QSize(248, 600); }

signals:
    void newRequested();
    void chosen(const vitrine::ConversationId &id);
    void deleted(const vitrine::ConversationId &id);
    void restored(const vitrine::ConversationId &id);
    void titleChanged(const vitrine::ConversationId &id, const QString &title);
    void foldRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showMenu(const QPoint &place);
    void applyList(const Result<QList<Conversation>> &conversations);
    ConversationId currentId() const;

    Backend *m_backend = nullptr;
    ConversationList *m_list;
    QListView *m_view;
    QLineEdit *m_search;
    QToolButton *m_settings;
    UndoBar *m_undo;
    ConversationId m_current;
};

} // namespace vitrine
