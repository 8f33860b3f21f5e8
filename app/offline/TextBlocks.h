#pragma once

#include "offline/PictureResults.h"

namespace vitrine {

// Scattered words (layout "sparse") come one by one: puts words of one row together, lines that stand under each other into
// paragraphs, and those in reading order. Other layouts have this from the page already and stay as they are.
ReadText arranged(const ReadText &text);

} // namespace vitrine
