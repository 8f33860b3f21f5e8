#pragma once

#include "offline/Computation.h"

#include <optional>

namespace vitrine {

// "What is 12% of 80?", "sqrt(2) * 3", "3 乘以 4 等于多少". Numbers in digits only.
std::optional<Computation> readArithmeticQuestion(const QString &question, const Wording &wording);

} // namespace vitrine
