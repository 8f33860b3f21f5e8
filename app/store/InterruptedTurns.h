#pragma once

#include "base/Clock.h"
#include "model/Draft.h"
#include "model/Item.h"
#include "store/Database.h"

namespace vitrine {

// Ends the running turns whose process is gone: what was growing becomes interrupted items, unanswered tool calls get an
// answer so that the conversation can go on, and the turn a TurnEnded{Interrupted}. The answer is how many there were.
Result<int> endTurnsOfDeadProcesses(Database &database, const Clock &clock);

// The drafts that a turn still has become interrupted items. Within the caller's transaction.
Done closeDrafts(Database &database, const TurnId &turn, const QDateTime &now);

QString toString(Draft::Kind kind);

} // namespace vitrine
