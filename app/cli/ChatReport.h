#pragma once

#include "cli/DecodeReport.h"

namespace vitrine {

// Decodes a recorded stream of Chat Completions, fed in pieces of `chunkBytes` (0: at once). Fails when it is over the limit of an answer.
Result<DecodeReport> reportChatStream(const QByteArray &stream, qsizetype chunkBytes);

} // namespace vitrine
