#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine tool list` and `vitrine tool run NAME`.
int runTool(const QStringList &arguments);

} // namespace vitrine
