#pragma once

#include "base/Clock.h"
#include "model/Draft.h"
#include "model/Item.h"
#include "store/Store.h"

#include <QObject>

#include <functional>

namespace vitrine {

class StoreThread;

// An item before it has a place in the conversation.
struct NewItem {
    ItemId id; // empty: a new one; the id of a draft: the item takes its place
    ConversationId conversation;
    TurnId turn;
    ItemBody body;
    ItemStatus status = ItemStatus::Completed;
    Provenance provenance = Provenance::Local;
    QDateTime startedAt; // invalid: now
};

// Where everything that happens is written down before anybody hears of it. Lives on the engine thread.
class Journal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Journal)

public:
    using Committed = std::function<void(const Result<ItemPtr> &)>;

    Journal(StoreThread &store, Clock &clock, QObject *parent = nullptr);

    // `committed` runs after the commit, unless `context` is gone by then; act only then.
    void append(NewItem item, Durability durability, QObject *context, Committed committed);
    // Keeps what has grown so far, so that a crash loses at most half a second of it.
    void keepDraft(const Draft &draft);

signals:
    void appended(const vitrine::ItemPtr &item); // after the commit, in the order of seq

private:
    StoreThread &m_store;
    Clock &m_clock;
};

} // namespace vitrine
