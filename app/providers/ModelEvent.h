#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace vitrine {

// What a stream can say, whatever the API. `slot` tells apart the things that grow at the same time within one answer.

struct ResponseStarted {
    QString id;
    QString model;
};
struct TextDelta {
    int slot = 0;
    QString text;
};
struct ReasoningDelta {
    int slot = 0;
    QString text;
};
struct ToolCallStarted {
    int slot = 0;
    CallId callId; // may be empty until the call is done
    QString name;
};
struct ToolCallDelta {
    int slot = 0;
    QString arguments;
};
// The whole of what grew in a slot; replaces what the deltas built. Body is AgentMessage, Reasoning, ToolCall or HostedCall.
struct ItemDone {
    int slot = 0;
    ItemBody body;
};
enum class FinishReason { Completed, Incomplete, Failed };
struct ResponseEnded {
    FinishReason finish = FinishReason::Completed;
    QString reason; // of an incomplete answer: "max_output_tokens"
    Usage usage;
    std::optional<Error> error; // set when failed
};
// An event that we do not know; counted and kept for the trace.
struct UnknownEvent {
    QString type;
    QByteArray json;
};

using ModelEvent = std::variant<ResponseStarted, TextDelta, ReasoningDelta, ToolCallStarted, ToolCallDelta, ItemDone, ResponseEnded, UnknownEvent>;

} // namespace vitrine
