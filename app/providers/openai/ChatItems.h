#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace vitrine::chat {

// Chat Completions knows messages only, whose fields come in pieces. What belongs to one item of ours is kept in an envelope of our own,
// {"chat": KIND, "fields": {...}}, so that it goes back in the spelling that the server used:
//  - reasoning: fields of the assistant's message (reasoning_content, reasoning, reasoning_details; a list of thoughts under "content");
//  - message: fields of the assistant's message ("content" a string);
//  - call: one element of tool_calls, whole.
enum class Kind { Reasoning, Message, Call };

struct Envelope {
    Kind kind = Kind::Message;
    QJsonObject fields;
};

QByteArray toProviderItem(const Envelope &envelope);
// Nothing for an item that another codec made.
std::optional<Envelope> envelopeFrom(const QByteArray &providerItem);

} // namespace vitrine::chat
