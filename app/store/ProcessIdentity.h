#pragma once

#include <QString>

namespace vitrine {

// Names this process so that it cannot be mistaken for a later one with the same number:
// "pid start-time boot-id pid-namespace".
QString processIdentity();
// Whether that process has certainly ended. False where it cannot be known, as in a container with its own process numbers.
bool isProcessGone(const QString &identity);

} // namespace vitrine
