#pragma once

#include <QJsonObject>
#include <QString>

namespace vitrine {

struct TableWording;

// The profile that resources/offline/profile.py printed, in words. Numbers are those of the run, as it printed them.
QString tableReport(const QJsonObject &profile, const TableWording &words);
// What resources/offline/aggregate.py printed, as a sentence or a small table.
QString aggregateReport(const QJsonObject &aggregate, const TableWording &words);

// The object with this key among the lines that a run printed; empty when there is none.
QJsonObject printedObject(const QString &output, const QString &key);

} // namespace vitrine
