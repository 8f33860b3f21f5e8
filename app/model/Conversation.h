#pragma once

#include "base/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace vitrine {

struct Conversation {
    ConversationId id;
    QString title; // empty until the first message gives one
    QDateTime createdAt;
    QDateTime updatedAt;
    bool pinned = false;
    std::optional<QDateTime> deletedAt; // deleted ones are kept until the undo has passed

    bool operator==(const Conversation &) const = default;
};

// A turn is one user message and all that answers it. Its parent is the turn it continues, so a conversation is a tree:
// editing or regenerating makes a sibling. Nothing is rewritten.
struct Turn {
    TurnId id;
    ConversationId conversation;
    std::optional<TurnId> parent;
    QDateTime startedAt;
    QString provider; // "offline", "openai" ...
    QString model;
    QString effort; // empty: the model's own default

    bool operator==(const Turn &) const = default;
};

} // namespace vitrine
