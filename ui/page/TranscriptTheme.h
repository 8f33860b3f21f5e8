#pragma once

#include "theme/Tokens.h"
#include "transcript/TranscriptStyle.h"

namespace vitrine {

// The transcript's fonts and colours, from the theme's tokens.
TranscriptStyle transcriptStyleFor(const Tokens &tokens);

} // namespace vitrine
