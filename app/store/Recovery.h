#pragma once

#include "base/Error.h"

#include <QDateTime>
#include <QString>

namespace vitrine {

struct Recovered {
    QString setAside; // where the damaged file is now
    int conversations = 0;
};

// Keeps the damaged database as `path`.damaged-<time> and puts a new one in its place that holds every row that could
// still be read. The caller has made sure that nobody has it open.
Result<Recovered> setAsideAndRecover(const QString &path, const QDateTime &now);

// Deletes a database and the files beside it.
void removeDatabase(const QString &path);

// `path`.damaged-<time>, with a number behind it when that is taken.
QString freeName(const QString &path, const QDateTime &now);

} // namespace vitrine
