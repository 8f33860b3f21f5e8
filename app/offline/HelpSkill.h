#pragma once

#include "offline/Dialogue.h"
#include "offline/PlanStep.h"

namespace vitrine {

struct Wording;

// For what no rule fits: says plainly what this assistant is, what it can do, and how to connect a model.
PlanStep helpStep(const Dialogue &dialogue, const Wording &wording);

} // namespace vitrine
