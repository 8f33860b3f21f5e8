#pragma once

#include "providers/FileFetcher.h"
#include "providers/ModelEvent.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace vitrine::responses {

// Reading the output items of the Responses API. Pure.

// All output_text parts of a message item, one after the other.
QString messageText(const QJsonObject &item);
// All refusal parts of a message item.
QString refusalText(const QJsonObject &item);
// The summary, else the raw thoughts, a paragraph each.
QString reasoningText(const QJsonObject &item);
// "custom_tool_call": its input is free text, and it is answered by a custom_tool_call_output.
bool isCustomCall(const QString &type);

// The item as a body; `raw` are its bytes on the wire, kept for the way back. What is no message, reasoning or call for us
// becomes a HostedCall, kinds that are not known yet included.
ItemBody bodyOf(const QJsonObject &item, const QByteArray &raw);
// Of a generated picture, whole or partial.
QString pictureMime(const QJsonObject &item);
// The pictures that a hosted call brought along: a generated one, charts of the code interpreter.
QList<ProducedFile> filesOf(const QJsonObject &item);
// The files of containers that a message cites, each once. Ids that could lead elsewhere are left out.
QList<FileToFetch> containerFilesIn(const QJsonObject &message);

} // namespace vitrine::responses
