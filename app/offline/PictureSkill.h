#pragma once

#include "offline/Dialogue.h"
#include "offline/PlanStep.h"

namespace vitrine {

struct Wording;

// Reads pictures: each goes its way through the tools (PictureChain), all of them side by side; then the answer.
PlanStep nextPictureStep(const Dialogue &dialogue, const QList<DialoguePicture> &pictures, const Wording &wording);

// The question is about pictures though none came with it: "and the codes?", "read it again", "图里写了什么".
bool asksAboutPictures(const QString &question);

} // namespace vitrine
