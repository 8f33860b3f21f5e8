#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "model/Conversation.h"
#include "model/ConversationTree.h"
#include "model/Draft.h"
#include "model/Item.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace vitrine {

// How safe a commit must be. Barrier: also against a power cut (SQLite synchronous=FULL): user messages, calls that may change
// something, ends of turns. Stream: against kill -9 (synchronous=NORMAL).
enum class Durability { Stream, Barrier };

struct StoreLocation {
    QString folder; // the profile's data folder; made with mode 0700 when missing
};

// What opening found out of the ordinary. `notices` says it in sentences for the user; nearly always empty.
struct StoreReport {
    bool readOnly = false;    // the profile cannot be written: reading works, every change is an error
    QString setAside;         // the damaged file, kept for the user; what could be read of it is in the store
    QString backup;           // the copy made before the format was brought up to date
    int interruptedTurns = 0; // left open by processes that are gone, ended now; no notice is given for them
    QStringList notices;
};

// The conversations of one profile in SQLite (WAL), in `folder`/conversations.sqlite, mode 0600. Used by one thread, normally through StoreThread; other processes may use the
// same profile at the same time. Every function is one transaction and waits at most five seconds for another writer.
// Errors: Storage; retryable when the store was busy or the disk full.
class Store final
{
    Q_DISABLE_COPY_MOVE(Store)

public:
    // Migrates an older format (with a backup beside it), refuses a newer one without writing, sets a damaged file aside, and
    // turns what a dead process left open into interrupted items.
    static Result<std::unique_ptr<Store>> open(const StoreLocation &location, Clock &clock);
    ~Store();

    const StoreReport &report() const;

    // Newest first; deleted ones are left out.
    Result<QList<Conversation>> conversations() const;
    Result<Conversation> conversation(const ConversationId &id) const;
    Result<ConversationTree> tree(const ConversationId &id) const;

    Done createConversation(const Conversation &conversation);
    Done rename(const ConversationId &id, const QString &title);
    Done setPinned(const ConversationId &id, bool pinned);
    // Deleting only marks; undo is setDeleted(id, false). purge() removes for good what was marked before `before`;
    // blobs stay, other conversations may hold the same bytes.
    Done setDeleted(const ConversationId &id, bool deleted);
    Done purge(const QDateTime &before);

    // From here on the turn belongs to this process; when it dies the next open() ends the turn as interrupted.
    Done startTurn(const Turn &turn);
    // Gives the item its seq and keeps it; an item whose id has a draft replaces the draft. A TurnEnded item ends the turn;
    // drafts that are still open then become interrupted items before it.
    Result<ItemPtr> append(Item item, Durability durability);
    // Keeps what has grown so far; ignored when the item of that id is there already.
    Done saveDraft(const Draft &draft);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace vitrine
