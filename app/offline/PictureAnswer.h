#pragma once

#include "offline/PictureChain.h"
#include "offline/PlanStep.h"

namespace vitrine {

// The answer about pictures, from what the tools gave and nothing else. `asked` is the number of pictures that came with the
// question; `readings` may be fewer.
OfflineAnswer pictureAnswer(const QString &question, const QList<PictureReading> &readings, qsizetype asked, const PictureWording &words);

} // namespace vitrine
