#include "store/Store.h"

#include "store/InterruptedTurns.h"
#include "store/ItemRows.h"
#include "store/ProcessIdentity.h"
#include "store/StoreOpening.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

#define CONVERSATION_COLUMNS "id, title, created_at, updated_at, pinned, deleted_at"

Conversation conversationOfRow(const Statement &row)
{
    Conversation conversation{{row.text(0)}, row.text(1), row.time(2), row.time(3), row.integer(4) != 0, std::nullopt};
    if (!row.isNull(5))
        conversation.deletedAt = row.time(5);
    return conversation;
}

Turn turnOfRow(const Statement &row)
{
    Turn turn{{row.text(0)}, {row.text(1)}, std::nullopt, row.time(3), row.text(4), row.text(5), row.text(6)};
    if (!row.isNull(2))
        turn.parent = TurnId{row.text(2)};
    return turn;
}

Error noSuchConversation()
{
    return {ErrorKind::Storage, QCoreApplication::translate("Store", "This conversation is no longer there."), Audience::User, {}, false};
}

Database::Sync syncOf(Durability durability)
{
    return durability == Durability::Barrier ? Database::Sync::Full : Database::Sync::Normal;
}

} // namespace

class Store::Private
{
public:
    Private(OpenedStore store, Clock &time)
        : opened(std::move(store))
        , database(*opened.database)
        , clock(time)
        , self(processIdentity())
    {
    }

    // Damage is met where a damaged page is first read; the next opening then looks at all of them.
    template<class T>
    T watched(T result) const
    {
        if (!result && isDamage(result.error()) && !opened.report.readOnly)
            requestFullCheck(database.path());
        return result;
    }

    template<class Work>
    Done inTransaction(Database::Sync sync, Work work)
    {
        Transaction transaction(database, sync);
        if (!transaction.begun())
            return watched(transaction.begun());
        if (const Done done = work(); !done)
            return watched(done);
        return watched(transaction.commit());
    }

    // For a change of one conversation's row.
    Done change(Statement statement)
    {
        return inTransaction(Database::Sync::Normal, [&]() -> Done {
            if (const Done done = statement.run(); !done)
                return done;
            return database.changedRows() == 1 ? Done() : tl::unexpected(noSuchConversation());
        });
    }

    OpenedStore opened;
    Database &database;
    Clock &clock;
    const QString self;
};

Result<std::unique_ptr<Store>> Store::open(const StoreLocation &location, Clock &clock)
{
    Result<OpenedStore> opened = openStore(location.folder, clock);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<Store>(new Store(std::make_unique<Private>(std::move(*opened), clock)));
}

Store::Store(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

Store::~Store() = default;

const StoreReport &Store::report() const
{
    return d->opened.report;
}

Result<QList<Conversation>> Store::conversations() const
{
    Statement query = d->database.statement("SELECT " CONVERSATION_COLUMNS " FROM conversation WHERE deleted_at IS NULL ORDER BY updated_at DESC, rowid DESC");
    QList<Conversation> found;
    while (true) {
        const Result<bool> row = d->watched(query.step());
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return found;
        found.append(conversationOfRow(query));
    }
}

Result<Conversation> Store::conversation(const ConversationId &id) const
{
    Statement query = d->database.statement("SELECT " CONVERSATION_COLUMNS " FROM conversation WHERE id = ?1").bind(id.value);
    const Result<bool> row = d->watched(query.step());
    if (!row)
        return tl::unexpected(row.error());
    return *row ? Result<Conversation>(conversationOfRow(query)) : tl::unexpected(noSuchConversation());
}

Result<ConversationTree> Store::tree(const ConversationId &id) const
{
    // One read transaction, so that no item comes without its turn while another process writes.
    struct ReadTransaction {
        explicit ReadTransaction(Database &db)
            : database(db)
        {
            (void)database.execute("BEGIN");
        }
        ~ReadTransaction() { (void)database.execute("COMMIT"); }
        Database &database;
    };
    const ReadTransaction reading(d->database);
    ConversationTree tree;
    Statement turns = d->database.statement("SELECT id, conversation, parent, started_at, provider, model, effort FROM turn WHERE conversation = ?1 ORDER BY rowid").bind(id.value);
    while (true) {
        const Result<bool> row = d->watched(turns.step());
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        tree.addTurn(turnOfRow(turns));
    }
    const Result<QList<ItemPtr>> items = d->watched(itemsOfConversation(d->database, id));
    if (!items)
        return tl::unexpected(items.error());
    for (const ItemPtr &item : *items)
        tree.addItem(item);
    return tree;
}

Done Store::createConversation(const Conversation &c)
{
    return d->inTransaction(Database::Sync::Normal, [&] {
        return d->database.statement("INSERT INTO conversation(" CONVERSATION_COLUMNS ") VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(c.id.value, c.title, c.createdAt, c.updatedAt, c.pinned, c.deletedAt)
            .run();
    });
}

Done Store::rename(const ConversationId &id, const QString &title)
{
    return d->change(d->database.statement("UPDATE conversation SET title = ?2 WHERE id = ?1").bind(id.value, title));
}

Done Store::setPinned(const ConversationId &id, bool pinned)
{
    return d->change(d->database.statement("UPDATE conversation SET pinned = ?2 WHERE id = ?1").bind(id.value, pinned));
}

Done Store::setDeleted(const ConversationId &id, bool deleted)
{
    const std::optional<QDateTime> when = deleted ? std::optional(d->clock.now()) : std::nullopt;
    return d->change(d->database.statement("UPDATE conversation SET deleted_at = ?2 WHERE id = ?1").bind(id.value, when));
}

Done Store::purge(const QDateTime &before)
{
    // Overwrites what is removed, then empties the journal, which holds it too.
    if (const Done done = d->database.execute("PRAGMA secure_delete=ON"); !done)
        return done;
    const Done done = d->inTransaction(Database::Sync::Full, [&]() -> Done {
        for (const char *sql : {"DELETE FROM draft WHERE conversation IN (SELECT id FROM conversation WHERE deleted_at < ?1)",
                                "DELETE FROM item WHERE conversation IN (SELECT id FROM conversation WHERE deleted_at < ?1)",
                                "DELETE FROM turn WHERE conversation IN (SELECT id FROM conversation WHERE deleted_at < ?1)",
                                "DELETE FROM conversation WHERE deleted_at < ?1"}) {
            if (const Done removed = d->database.statement(sql).bind(before).run(); !removed)
                return removed;
        }
        return {};
    });
    (void)d->database.execute("PRAGMA secure_delete=OFF");
    // Not possible while another process reads; the next writer does it then.
    if (done)
        (void)d->database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return done;
}

Done Store::startTurn(const Turn &turn)
{
    const std::optional<QString> parent = turn.parent ? std::optional(turn.parent->value) : std::nullopt;
    return d->inTransaction(Database::Sync::Normal, [&]() -> Done {
        const Done done = d->database.statement("INSERT INTO turn(id, conversation, parent, started_at, provider, model, effort, owner) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                              .bind(turn.id.value, turn.conversation.value, parent, turn.startedAt, turn.provider, turn.model, turn.effort, d->self)
                              .run();
        return done ? touchConversation(d->database, turn.conversation, d->clock.now()) : done;
    });
}

Result<ItemPtr> Store::append(Item item, Durability durability)
{
    auto stored = std::make_shared<Item>();
    const bool endsTurn = std::holds_alternative<TurnEnded>(item.body);
    const Done done = d->inTransaction(syncOf(durability), [&]() -> Done {
        if (endsTurn) {
            if (const Done closed = closeDrafts(d->database, item.turn, d->clock.now()); !closed)
                return closed;
            if (const Done ended = d->database.statement("UPDATE turn SET owner = NULL WHERE id = ?1").bind(item.turn.value).run(); !ended)
                return ended;
        }
        const Result<Item> inserted = insertItem(d->database, item);
        if (!inserted)
            return tl::unexpected(inserted.error());
        *stored = *inserted;
        return touchConversation(d->database, item.conversation, d->clock.now());
    });
    if (!done)
        return tl::unexpected(done.error());
    return ItemPtr(stored);
}

Done Store::saveDraft(const Draft &draft)
{
    return d->inTransaction(Database::Sync::Normal, [&] {
        return d->database.statement("INSERT INTO draft(id, conversation, turn, kind, name, call_id, text, started_at) "
                                     "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM item WHERE id = ?1) "
                                     "ON CONFLICT(id) DO UPDATE SET text = excluded.text, name = excluded.name, call_id = excluded.call_id")
            .bind(draft.id.value, draft.conversation.value, draft.turn.value, toString(draft.kind), draft.name, draft.callId.value, draft.text, draft.startedAt)
            .run();
    });
}

} // namespace vitrine
