#include "sidebar/ConversationList.h"

#include <algorithm>

namespace vitrine {

ConversationList::ConversationList(QObject *parent)
    : QAbstractListModel(parent)
{
}

QString ConversationList::titleOf(const Conversation &conversation)
{
    const QString title = conversation.title.simplified();
    return title.isEmpty() ? tr("New chat") : title;
}

void ConversationList::setConversations(const QList<Conversation> &conversations)
{
    m_all = conversations;
    arrange();
}

void ConversationList::put(const Conversation &conversation)
{
    const auto known = std::find_if(m_all.begin(), m_all.end(), [&](const Conversation &c) { return c.id == conversation.id; });
    if (known != m_all.end())
        *known = conversation;
    else
        m_all.append(conversation);
    arrange();
}

void ConversationList::remove(const ConversationId &id)
{
    m_all.removeIf([&](const Conversation &c) { return c.id == id; });
    arrange();
}

void ConversationList::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    arrange();
}

void ConversationList::setRunning(const ConversationId &id, bool running)
{
    if (running)
        m_running.insert(id);
    else
        m_running.remove(id);
    const QModelIndex index = indexOf(id);
    if (index.isValid())
        emit dataChanged(index, index, {RunningRole});
}

const Conversation *ConversationList::find(const ConversationId &id) const
{
    for (const Conversation &conversation : m_all) {
        if (conversation.id == id)
            return &conversation;
    }
    return nullptr;
}

void ConversationList::arrange()
{
    beginResetModel();
    std::stable_sort(m_all.begin(), m_all.end(), [](const Conversation &a, const Conversation &b) { return a.updatedAt > b.updatedAt; });
    const QDate today = QDate::currentDate();
    QList<Row> pinned;
    QList<Row> fresh;
    QList<Row> earlier;
    for (const Conversation &conversation : m_all) {
        if (!m_filter.isEmpty() && !titleOf(conversation).contains(m_filter, Qt::CaseInsensitive))
            continue;
        QList<Row> &group = conversation.pinned ? pinned : conversation.updatedAt.toLocalTime().date() >= today ? fresh : earlier;
        group.append({{}, conversation.id});
    }
    m_rows.clear();
    const auto add = [this](const QString &heading, const QList<Row> &group) {
        if (!group.isEmpty())
            m_rows << Row{heading, {}} << group;
    };
    add(tr("Pinned"), pinned);
    add(tr("Today"), fresh);
    add(tr("Earlier"), earlier);
    endResetModel();
}

ConversationId ConversationList::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).id : ConversationId();
}

QModelIndex ConversationList::indexOf(const ConversationId &id) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (!id.isEmpty() && m_rows[row].id == id)
            return index(row);
    }
    return {};
}

int ConversationList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == IsHeadingRole)
        return row.id.isEmpty();
    if (row.id.isEmpty())
        return role == Qt::DisplayRole ? QVariant(row.heading) : QVariant();
    const Conversation *conversation = find(row.id);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
        return titleOf(*conversation);
    case PinnedRole:
        return conversation->pinned;
    case RunningRole:
        return m_running.contains(row.id);
    default:
        return {};
    }
}

bool ConversationList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || title.isEmpty() || !index.isValid())
        return false;
    for (Conversation &conversation : m_all) {
        if (conversation.id == idAt(index) && title != titleOf(conversation)) {
            conversation.title = title;
            emit dataChanged(index, index);
            emit renamed(conversation.id, title);
            return true;
        }
    }
    return false;
}

Qt::ItemFlags ConversationList::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).id.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

} // namespace vitrine
