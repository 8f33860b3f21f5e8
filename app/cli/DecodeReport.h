#pragma once

#include "base/Error.h"
#include "model/Item.h"
#include "providers/ApiCodec.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace vitrine {

struct DecodeReport {
    QJsonObject json; // the keys of `decode`, a contract
    bool cut = false; // the stream ended before its terminal event
};

// What a recorded stream came to.
struct DecodedStream {
    SseCounts counts;
    QList<ItemDone> items;
    std::optional<ResponseEnded> ended;
    Done outcome;
};

// Feeds a recording to a decoder in pieces of `chunkBytes` (0: at once). Fails when it is over the limit of an answer.
Result<DecodedStream> decodeStream(const QByteArray &stream, qsizetype chunkBytes, AnswerDecoder &decoder);

// Judges an HTTP error answer: {status, headers, body}.
Result<QJsonObject> reportHttpError(const QJsonObject &answer);

// Pieces that the reports of all APIs are made of.
void addStreamShape(const SseCounts &counts, QJsonObject &json); // events, comments, odd_lines, crlf, named_events, ends_with_blank_line
QJsonObject functionCallJson(const ToolCall &call);              // its arguments parsed
QJsonValue usageJson(const std::optional<ResponseEnded> &ended); // null when none was reported
QJsonValue textOrNull(const QString &text);                      // null for an empty one
QJsonValue numberOrNull(const std::optional<qint64> &number);
QJsonObject countsJson(const QMap<QString, int> &counts);

} // namespace vitrine
