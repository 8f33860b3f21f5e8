#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine exec`: one turn from the terminal.
int runExec(const QStringList &arguments);

} // namespace vitrine
