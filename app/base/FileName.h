#pragma once

#include <QString>

namespace vitrine {

// A name that is one path component, has no hidden or control characters, and keeps its ending: "../a\nb.csv" gives "a_b.csv".
QString safeFileName(const QString &name);

} // namespace vitrine
