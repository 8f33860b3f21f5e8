#pragma once

#include "model/Item.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace vitrine::messages {

// Reading and writing the content blocks of the Messages API. Pure.

// What stands in `providerItem`: the content blocks of one step of the transcript, each byte for byte as it goes back, and the model that wrote them.
struct Envelope {
    QString model; // as message_start names it; may be empty
    QList<QByteArray> blocks;
};
QByteArray wrapped(const Envelope &envelope);
// Nothing for an item that another codec made.
std::optional<Envelope> unwrapped(const QByteArray &providerItem);

// `object` with `key` set to `value`, which is JSON; everything else stays byte for byte.
QByteArray withMember(const QByteArray &object, const char *key, const QByteArray &value);
// The text as a JSON string, with its quotes.
QByteArray jsonString(const QString &text);

// "server_tool_use", "mcp_tool_use": calls that the provider runs itself.
bool isHostedUse(const QString &type);
// "web_search_tool_result", "mcp_tool_result" ...
bool isHostedResult(const QString &type);
// "thinking", "redacted_thinking"
bool isThinking(const QString &type);

// The citation of a citations_delta, without its place in the text.
Citation citationOf(const QJsonObject &citation);

// How a call of the provider ended: "completed", or the error's code.
QString outcomeOf(const QJsonObject &result);
// What a call of the provider brought, for a person: titles and addresses, standard output, text.
QString outputOf(const QJsonObject &result);

} // namespace vitrine::messages
