#pragma once

#include "model/Item.h"
#include "store/Database.h"

#include <QList>

namespace vitrine {

// Items as rows of the table `item`.

// Gives the item the next seq of its conversation and inserts it; a draft of the same id goes. Within the caller's transaction.
Result<Item> insertItem(Database &database, Item item);
Done touchConversation(Database &database, const ConversationId &id, const QDateTime &now);
// By seq. A row whose body cannot be read becomes a Notice that says so: one bad row does not hide a conversation.
Result<QList<ItemPtr>> itemsOfConversation(const Database &database, const ConversationId &id);
Result<QList<ItemPtr>> itemsOfTurn(const Database &database, const TurnId &id);

} // namespace vitrine
