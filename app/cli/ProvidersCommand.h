#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine providers list|add|remove|test`: the connections to providers and their keys.
int runProviders(const QStringList &arguments);

} // namespace vitrine
