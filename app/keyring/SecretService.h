#pragma once

#include <QString>

namespace vitrine::keyring {

// Looks at the session's bus. Each call waits for the bus, at most two seconds.

// Somebody keeps secrets in this session, or would be started for it.
bool isServiceThere();
// Who it is: the name of the process ("gnome-keyring-d", "kwalletd6"). Empty when unknown.
QString serviceName();
// The default collection is locked.
bool isLocked();

} // namespace vitrine::keyring
