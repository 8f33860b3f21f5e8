#pragma once

#include "offline/PlanStep.h"

namespace vitrine {

// The assistant's rules. Pure and without memory: the same request gives the same step, and where a conversation stands is read from
// its items, as a model would. Asks only for tools that the request offers.
PlanStep planNextStep(const QJsonObject &request);

} // namespace vitrine
