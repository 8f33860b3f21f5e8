#pragma once

#include "base/Id.h"
#include "model/BlobRef.h"

#include <QDateTime>
#include <QString>

namespace vitrine {

// An item that is still growing. It ends as an item, or, after a stop or a crash, as an interrupted item.
struct Draft {
    enum class Kind { Message, Reasoning, ToolCall, ToolOutput, HostedCall };

    ItemId id; // the id that the finished item will have
    ConversationId conversation;
    TurnId turn;
    Kind kind = Kind::Message;
    QString name;   // of the tool, for ToolCall and ToolOutput; the type of a HostedCall
    CallId callId;  // likewise
    QString text;   // all of it so far; of a HostedCall what it was given: code, a query
    QDateTime startedAt;
    BlobRef picture = {}; // of a HostedCall: the newest preview; empty: none
};

} // namespace vitrine
