#pragma once

#include "offline/Computation.h"

#include <optional>

namespace vitrine {

// Primality and factorisation: "is 97 prime?", "factor 360", "next prime after 100", "the 1000th prime", "97 是质数吗".
std::optional<Computation> readNumberQuestion(const QString &question, const Wording &wording);

} // namespace vitrine
