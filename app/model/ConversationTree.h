#pragma once

#include "model/Conversation.h"
#include "model/Item.h"

#include <QHash>
#include <QList>

#include <optional>

namespace vitrine {

// The turns of one conversation with their items, as a tree. A plain value.
class ConversationTree
{
public:
    ConversationTree() = default;

    void addTurn(const Turn &turn);
    // The item's turn must be known; items of a turn are added in the order of their seq.
    void addItem(const ItemPtr &item);

    const Turn *turn(const TurnId &id) const;
    QList<ItemPtr> items(const TurnId &id) const;
    // All turns in the order in which they were added.
    QList<Turn> turns() const;
    // Turns with the same parent as `id`, in order, itself included: the versions of a question.
    QList<TurnId> siblings(const TurnId &id) const;
    // From the first turn to `leaf`: what a model is shown.
    QList<TurnId> pathTo(const TurnId &leaf) const;
    // The newest leaf; absent when there is no turn.
    std::optional<TurnId> newestLeaf() const;
    QList<ItemPtr> itemsOnPath(const TurnId &leaf) const;
    qint64 lastSeq() const;

private:
    QList<Turn> m_turns;
    QHash<TurnId, qsizetype> m_index;
    QHash<TurnId, QList<ItemPtr>> m_items;
    qint64 m_lastSeq = 0;
};

} // namespace vitrine
