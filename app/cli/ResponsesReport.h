#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonObject>

namespace vitrine {

struct DecodeReport {
    QJsonObject json; // the keys of `decode`, a contract
    bool cut = false; // the stream ended before its terminal event
};

// Decodes a recorded stream of the Responses API, fed in pieces of `chunkBytes` (0: at once). Fails when it is over the limit of an answer.
Result<DecodeReport> reportResponsesStream(const QByteArray &stream, qsizetype chunkBytes);

// Judges an HTTP error answer: {status, headers, body}.
Result<QJsonObject> reportHttpError(const QJsonObject &answer);

} // namespace vitrine
