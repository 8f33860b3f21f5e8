#pragma once

#include "providers/ApiCodec.h"

#include <QByteArray>

namespace vitrine {

// The body of POST /v1/chat/completions.
//
// What the model said, thought and called between two words of others becomes one message of the assistant, its thoughts in the spelling
// that they came in (DeepSeek refuses a call without them, OpenRouter wants its details with their signatures). The results of its calls
// follow directly, whatever stood between; their pictures come after all of them in a message of the user, for role "tool" takes text only.
// A result whose call is missing is left out: every server refuses it. Calls that nobody answered are the business of the caller. Pure.
QByteArray encodeChatRequest(const ModelRequest &request, const ApiDialect &dialect);

// True if leaving out `param` would change a request that the encoder makes. False: trying again is pointless.
bool canDropChatParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param);

} // namespace vitrine
