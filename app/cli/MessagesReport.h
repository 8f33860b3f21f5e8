#pragma once

#include "cli/DecodeReport.h"

namespace vitrine {

// Decodes a recorded stream of the Messages API, fed in pieces of `chunkBytes` (0: at once). Fails when it is over the limit of an answer.
Result<DecodeReport> reportMessagesStream(const QByteArray &stream, qsizetype chunkBytes);

} // namespace vitrine
