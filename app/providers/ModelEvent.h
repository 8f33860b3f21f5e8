#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace vitrine {

// What a stream can say, whatever the API. `slot` tells apart the things that grow at the same time within one answer.

// May come again: a try that failed before anything was said is repeated.
struct ResponseStarted {
    QString id;
    QString model;
};
struct TextDelta {
    int slot = 0;
    QString text;
};
// The model declines, in its own words: a channel apart from the text. The answer still counts as completed.
struct RefusalDelta {
    int slot = 0;
    QString text;
};
// Parts of a summary are set apart by an empty line.
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
// A call that the provider runs itself goes on: "in_progress", "searching", "interpreting", "completed" ... The first one opens the slot.
struct HostedCallProgress {
    int slot = 0;
    QString type; // "web_search_call"
    QString status;
};
// A piece of what a hosted call is given: code, a command, a patch. For looking on; the whole comes with ItemDone.
struct HostedCallDelta {
    int slot = 0;
    QString text;
};
// A preview of a picture that the provider is painting. Each one replaces the one before.
struct PartialPicture {
    int slot = 0;
    int index = 0;
    QByteArray bytes; // encoded; hostile until the imager has decoded it
    QString mime;
};
// A picture or file that the answer brought along: the result of a hosted call, or a picture among the parts of the answer.
struct ProducedFile {
    QString name; // a label, never used as a path
    QString mime; // as the provider says
    QByteArray bytes; // encoded; hostile
};
// The whole of what grew in a slot; replaces what the deltas built. Comes in the order in which the items are to be sent back. Body is AgentMessage, Reasoning, ToolCall or HostedCall.
struct ItemDone {
    int slot = 0;
    ItemBody body;
    QList<ProducedFile> files = {}; // of a HostedCall; they become its artifacts
};
// Paused: the provider wants the same request again, with what it said so far at its end.
enum class FinishReason { Completed, Incomplete, Failed, Paused };
struct ResponseEnded {
    FinishReason finish = FinishReason::Completed;
    QString reason; // of an incomplete answer: "max_output_tokens", "content_filter", or the provider's own word
    Usage usage;
    std::optional<Error> error; // set when failed
};
// An event that we do not know; counted and kept for the trace.
struct UnknownEvent {
    QString type;
    QByteArray json;
};

using ModelEvent = std::variant<ResponseStarted, TextDelta, RefusalDelta, ReasoningDelta, ToolCallStarted, ToolCallDelta, HostedCallProgress,
                                HostedCallDelta, PartialPicture, ItemDone, ResponseEnded, UnknownEvent>;

} // namespace vitrine
