#include "engine/Journal.h"

#include "store/StoreThread.h"

#include <QPointer>

namespace vitrine {

Journal::Journal(StoreThread &store, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
}

void Journal::append(NewItem item, Durability durability, QObject *context, Committed committed)
{
    const QDateTime now = m_clock.now();
    Item whole{0,
               item.id.isEmpty() ? ItemId::create(now.toMSecsSinceEpoch()) : item.id,
               item.conversation,
               item.turn,
               item.status,
               item.provenance,
               item.startedAt.isValid() ? item.startedAt : now,
               now,
               std::move(item.body)};
    m_store.run<Result<ItemPtr>>([whole = std::move(whole), durability](Store &store) { return store.append(whole, durability); }, this,
                                 [this, guard = QPointer<QObject>(context), committed = std::move(committed)](Result<ItemPtr> result) {
                                     if (result)
                                         emit appended(*result);
                                     if (guard && committed)
                                         committed(result);
                                 });
}

void Journal::keepDraft(const Draft &draft)
{
    m_store.run([draft](Store &store) { return store.saveDraft(draft); });
}

} // namespace vitrine
