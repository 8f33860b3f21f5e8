#pragma once

#include "model/Item.h"
#include "providers/ModelEvent.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace vitrine::gemini {

// An item of ours stands for one or several parts of the model's content. All of them have to go back, unmodified and in order (a part may
// carry a thought signature, even one whose text is empty), so that the providerItem of an item is an envelope with its parts as they came:
//     {"api":"gemini","call_id":"call_01J...","parts":[{"functionCall":{...},"thoughtSignature":"..."}]}
// `call_id` is there for calls only: the API does not always give one, and then the one we made is nowhere in the parts.
struct Envelope {
    QString callId;
    QList<QByteArray> parts; // JSON objects, byte for byte
};
QByteArray toBytes(const Envelope &envelope);
// Nothing for what is no envelope of ours.
std::optional<Envelope> envelopeFrom(const QByteArray &providerItem);

// Bytes of base64 in the plain or the URL-safe alphabet.
QByteArray bytesFromBase64(const QString &text);
bool isPicture(const QString &mime);
// The file of an inlineData object. `number` tells apart those of one answer.
ProducedFile producedFile(const QJsonObject &inlineData, int number);

// "web_search" for GOOGLE_SEARCH_WEB; else the API's own word in small letters.
QString hostedTypeOf(const QString &toolType);
// A call that the API ran as {executableCode}, {toolCall}, {inlineData} or {fileData} announces it.
HostedCall codeCall(const QJsonObject &executableCode);
HostedCall toolCall(const QJsonObject &toolCall);
HostedCall fileCall(const QJsonObject &data); // of type "image" or "file"
// A string as it is, anything else as JSON; empty for null.
QString textOrJson(const QJsonValue &value);

} // namespace vitrine::gemini
