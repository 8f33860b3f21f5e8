#include "model/ConversationTree.h"

#include <algorithm>

namespace vitrine {

void ConversationTree::addTurn(const Turn &turn)
{
    m_index.insert(turn.id, m_turns.size());
    m_turns.append(turn);
}

void ConversationTree::addItem(const ItemPtr &item)
{
    m_items[item->turn].append(item);
    m_lastSeq = std::max(m_lastSeq, item->seq);
}

const Turn *ConversationTree::turn(const TurnId &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.cend() ? nullptr : &m_turns[*found];
}

QList<ItemPtr> ConversationTree::items(const TurnId &id) const
{
    return m_items.value(id);
}

QList<Turn> ConversationTree::turns() const
{
    return m_turns;
}

QList<TurnId> ConversationTree::siblings(const TurnId &id) const
{
    QList<TurnId> found;
    const Turn *self = turn(id);
    for (const Turn &other : m_turns) {
        if (self && other.parent == self->parent)
            found.append(other.id);
    }
    return found;
}

QList<TurnId> ConversationTree::pathTo(const TurnId &leaf) const
{
    QList<TurnId> path;
    for (const Turn *step = turn(leaf); step && path.size() <= m_turns.size(); step = step->parent ? turn(*step->parent) : nullptr)
        path.prepend(step->id);
    return path;
}

std::optional<TurnId> ConversationTree::newestLeaf() const
{
    // Turns are added by age and a child is younger than its parent: the last one has no child.
    return m_turns.isEmpty() ? std::nullopt : std::optional(m_turns.constLast().id);
}

QList<ItemPtr> ConversationTree::itemsOnPath(const TurnId &leaf) const
{
    QList<ItemPtr> all;
    for (const TurnId &id : pathTo(leaf))
        all += items(id);
    return all;
}

qint64 ConversationTree::lastSeq() const
{
    return m_lastSeq;
}

} // namespace vitrine
