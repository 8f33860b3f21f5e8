#pragma once

#include "providers/ModelRequest.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace vitrine::chat {

// What the messages of a request depend on, beside what is said in them.
struct MessageStyle {
    QString instructionsRole; // "system", "developer"
    bool shortIds = false;    // Mistral: ids of calls have nine letters and digits
    bool thoughtsWithCalls = false; // DeepSeek: a message with calls needs a field for its thoughts, be it empty
};

// The messages of a request, each a JSON text.
QList<QByteArray> messagesFor(const ModelRequest &request, const MessageStyle &style);

} // namespace vitrine::chat
