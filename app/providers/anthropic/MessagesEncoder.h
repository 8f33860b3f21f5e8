#pragma once

#include "providers/ApiCodec.h"

#include <QByteArray>

namespace vitrine {

// The body of POST /v1/messages. The blocks that the model made go back byte for byte; what of them is left out says MessagesPrompt.h.
// Calls that nobody answered are the business of the caller. Pure.
QByteArray encodeMessagesRequest(const ModelRequest &request, const ApiDialect &dialect);

// The value of the header anthropic-beta; empty: none is needed.
QByteArray betaFeatures(const ModelRequest &request);

// True if leaving out `param` would change a request that the encoder makes. False: trying again is pointless.
bool canDropMessagesParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param);

} // namespace vitrine
