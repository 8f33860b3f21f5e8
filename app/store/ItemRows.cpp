#include "store/ItemRows.h"

#include "base/Json.h"
#include "model/ItemJson.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

#define ITEM_COLUMNS "id, conversation, seq, turn, kind, status, provenance, started_at, ended_at, body"

template<class Enum>
std::optional<Enum> fromName(const QString &name, std::initializer_list<Enum> values)
{
    for (Enum value : values) {
        if (toString(value) == name)
            return value;
    }
    return std::nullopt;
}

ItemPtr itemOfRow(const Statement &row)
{
    auto item = std::make_shared<Item>();
    item->id = {row.text(0)};
    item->conversation = {row.text(1)};
    item->seq = row.integer(2);
    item->turn = {row.text(3)};
    item->startedAt = row.time(7);
    item->endedAt = row.time(8);
    const auto status = fromName(row.text(5), {ItemStatus::Completed, ItemStatus::Interrupted, ItemStatus::Failed});
    const auto provenance = fromName(row.text(6), {Provenance::Local, Provenance::Provider, Provenance::User});
    const auto json = parseJsonObject(row.bytes(9));
    const auto body = json ? bodyFromStoredJson(row.text(4), *json) : Result<ItemBody>(tl::unexpected(json.error()));
    if (status && provenance && body) {
        item->status = *status;
        item->provenance = *provenance;
        item->body = *body;
    } else {
        item->status = ItemStatus::Failed;
        item->body = Notice{NoticeLevel::Error, QCoreApplication::translate("Store", "A stored step of kind \"%1\" cannot be read; it is left out.").arg(row.text(4))};
    }
    return item;
}

Result<QList<ItemPtr>> collect(Statement &query)
{
    QList<ItemPtr> items;
    while (true) {
        const Result<bool> row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return items;
        items.append(itemOfRow(query));
    }
}

} // namespace

Result<Item> insertItem(Database &database, Item item)
{
    Statement last = database.statement("SELECT coalesce(max(seq), 0) FROM item WHERE conversation = ?1").bind(item.conversation.value);
    if (const Result<bool> row = last.step(); !row)
        return tl::unexpected(row.error());
    item.seq = last.integer(0) + 1;
    const Done inserted = database.statement("INSERT INTO item(" ITEM_COLUMNS ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
                              .bind(item.id.value, item.conversation.value, item.seq, item.turn.value, kindOf(item.body), toString(item.status),
                                    toString(item.provenance), item.startedAt, item.endedAt, toJson(toStoredJson(item.body)))
                              .run();
    if (!inserted)
        return tl::unexpected(inserted.error());
    if (const Done done = database.statement("DELETE FROM draft WHERE id = ?1").bind(item.id.value).run(); !done)
        return tl::unexpected(done.error());
    return item;
}

Done touchConversation(Database &database, const ConversationId &id, const QDateTime &now)
{
    return database.statement("UPDATE conversation SET updated_at = max(updated_at, ?2) WHERE id = ?1").bind(id.value, now).run();
}

Result<QList<ItemPtr>> itemsOfConversation(const Database &database, const ConversationId &id)
{
    Statement query = database.statement("SELECT " ITEM_COLUMNS " FROM item WHERE conversation = ?1 ORDER BY seq").bind(id.value);
    return collect(query);
}

Result<QList<ItemPtr>> itemsOfTurn(const Database &database, const TurnId &id)
{
    // The conversation is named for the index; there is none on the turn alone.
    Statement query = database.statement("SELECT " ITEM_COLUMNS " FROM item WHERE conversation = (SELECT conversation FROM turn WHERE id = ?1) AND turn = ?1 ORDER BY seq").bind(id.value);
    return collect(query);
}

} // namespace vitrine
