#pragma once

#include "offline/Computation.h"

#include <optional>

namespace vitrine {

// "Convert 5 miles to km", "how many feet are in 2 m?", "100 °F in °C", "5 公里等于多少英里".
std::optional<Computation> readUnitQuestion(const QString &question, const Wording &wording);

} // namespace vitrine
