#pragma once

#include <QString>

#include <optional>

namespace vitrine {

// A place and its zone in the IANA database.
struct Place {
    QString zone;      // Europe/Berlin
    qsizetype start = 0;
    qsizetype end = 0;
};

// Places of the text in its order: large cities and countries with one zone, in English and Chinese, and zone names such as UTC.
QList<Place> findPlaces(const QString &text);

} // namespace vitrine
