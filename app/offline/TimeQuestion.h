#pragma once

#include "offline/Computation.h"

#include <optional>

namespace vitrine {

// "What time is 15:00 Berlin in Tokyo?", "3pm New York time in London on 2026-07-01", "东京现在几点", "What time is it?".
std::optional<Computation> readTimeQuestion(const QString &question, const Wording &wording);

} // namespace vitrine
