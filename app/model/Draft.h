#pragma once

#include "base/Id.h"

#include <QDateTime>
#include <QString>

namespace vitrine {

// An item that is still growing. It ends as an item, or, after a stop or a crash, as an interrupted item.
struct Draft {
    enum class Kind { Message, Reasoning, ToolCall, ToolOutput };

    ItemId id; // the id that the finished item will have
    ConversationId conversation;
    TurnId turn;
    Kind kind = Kind::Message;
    QString name;   // of the tool, for ToolCall and ToolOutput
    CallId callId;  // likewise
    QString text;   // all of it so far
    QDateTime startedAt;
};

} // namespace vitrine
