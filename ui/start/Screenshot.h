#pragma once

#include "start/CommandLine.h"

namespace vitrine {

// Draws a scene into a PNG file. Returns the exit status.
int runScreenshot(const CommandLine &options);

} // namespace vitrine
