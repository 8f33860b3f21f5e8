#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine doctor`: what works on this machine, what is missing, and how to mend it.
int runDoctor(const QStringList &arguments);

} // namespace vitrine
