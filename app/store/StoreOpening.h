#pragma once

#include "base/Clock.h"
#include "store/Database.h"
#include "store/ProfileLock.h"
#include "store/Store.h"

namespace vitrine {

struct OpenedStore {
    std::unique_ptr<ProfileLock> lock; // absent when read-only
    std::unique_ptr<Database> database;
    StoreReport report;
};

// Everything that happens before a store can be used; see Store::open.
Result<OpenedStore> openStore(const QString &folder, const Clock &clock);
// Has the next opening look at every page. Called when a read or write met damage.
void requestFullCheck(const QString &databasePath);

} // namespace vitrine
