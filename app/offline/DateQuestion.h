#pragma once

#include "offline/Computation.h"

#include <optional>

namespace vitrine {

// Dates: days between two, a date so many days or months away, weekday, leap year, today. English and Chinese.
std::optional<Computation> readDateQuestion(const QString &question, const Wording &wording);

struct FoundDate {
    QString iso; // 2024-02-28, or "today"
    qsizetype start = 0;
    qsizetype end = 0;
};
// Dates in the order of the text. 03/04/2024 can be read two ways and is left out; 28/02/2024 cannot.
QList<FoundDate> findDates(const QString &text);

} // namespace vitrine
