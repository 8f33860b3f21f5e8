#pragma once

#include "offline/Computation.h"
#include "offline/Dialogue.h"
#include "offline/PlanStep.h"

namespace vitrine {

// Arithmetic, dates and times, units, hashes and primes: what a short program answers for certain.
// Empty when the question is none of these.
QList<Computation> readComputations(const Dialogue &dialogue, const Wording &wording);

PlanStep nextComputeStep(const Dialogue &dialogue, const QList<Computation> &computations, const Wording &wording);

} // namespace vitrine
