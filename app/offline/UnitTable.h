#pragma once

#include <QString>

namespace vitrine {

// A unit of measure. value in the base unit = (number + shift) * factor; both are exact fractions as text.
struct Unit {
    QString dimension; // "length" ...; only units of one dimension convert
    QString factor;
    QString shift;     // temperatures only
    QString symbol;

    bool operator==(const Unit &) const = default;
};

// By name or symbol, singular or plural, English or Chinese. `m` and `M` differ, `KM` and `km` do not. Null when unknown.
const Unit *findUnit(const QString &name);

} // namespace vitrine
