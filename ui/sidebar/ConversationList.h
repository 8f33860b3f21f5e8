#pragma once

#include "model/Conversation.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>

namespace vitrine {

// The conversations as the sidebar lists them: pinned, today, earlier, each newest first, under headings, filtered by title.
class ConversationList final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationList)

public:
    enum Role { IsHeadingRole = Qt::UserRole + 1, PinnedRole, RunningRole };

    explicit ConversationList(QObject *parent = nullptr);

    void setConversations(const QList<Conversation> &conversations);
    void put(const Conversation &conversation); // adds or replaces, and puts it at its place
    void remove(const ConversationId &id);
    void setFilter(const QString &text);
    void setRunning(const ConversationId &id, bool running);
    const Conversation *find(const ConversationId &id) const;
    const QList<Conversation> &conversations() const { return m_all; }

    ConversationId idAt(const QModelIndex &index) const;
    QModelIndex indexOf(const ConversationId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static QString titleOf(const Conversation &conversation);

signals:
    void renamed(const vitrine::ConversationId &id, const QString &title);

private:
    struct Row {
        QString heading;
        ConversationId id;
    };
    void arrange();

    QList<Conversation> m_all;
    QList<Row> m_rows;
    QSet<ConversationId> m_running;
    QString m_filter;
};

} // namespace vitrine
