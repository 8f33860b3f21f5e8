#pragma once

#include <QString>

#include <optional>

namespace vitrine {

// Where a turn stands.
enum class TurnState {
    Preparing,   // attachments are read, the conversation is loaded
    Recording,   // the user's message is being committed
    Requesting,  // a request is out, nothing has come yet
    Streaming,   // the answer grows; calls whose item is committed run already
    Working,     // the answer is complete; calls are still running or waiting for approval
    Stopping,    // ended early; the last items are being committed
    Closing,     // ended by itself; the last items are being committed
    Ended,
};

enum class TurnEvent {
    Prepared,      // attachments and conversation are there
    Recorded,      // the user's message is committed
    Arrived,       // the first event of the answer
    AnsweredCalls, // the answer is complete and made calls
    AnsweredAll,   // the answer is complete and made none
    CallsDone,     // every call has its output committed
    Stop,          // the user, an error or a limit ends the turn
    Committed,     // the last item is committed
};

// The whole of a turn's life in one table; absent when the event does not apply in that state (it is then ignored).
std::optional<TurnState> nextState(TurnState state, TurnEvent event);

QString toString(TurnState state);

} // namespace vitrine
