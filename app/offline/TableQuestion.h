#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

struct TableColumn {
    QString name;
    QString type; // number, integer, date, boolean, category, text, empty
};

// "average price by city" in the table's terms.
struct TableQuestion {
    QString function; // mean, sum, max, min, median, std, unique, rows
    QString column;   // empty for rows
    QString group;    // empty: over all rows
    QString which;    // for max and min: the column that names the row

    bool operator==(const TableQuestion &) const = default;
};

// Nothing when the question names no function, or no column that it could be of.
std::optional<TableQuestion> readTableQuestion(const QString &question, const QList<TableColumn> &columns);

} // namespace vitrine
