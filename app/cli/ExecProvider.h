#pragma once

#include "base/Error.h"
#include "base/Profile.h"
#include "cli/ExecOptions.h"
#include "connections/EnvironmentKeys.h"

namespace vitrine {

// Settles who answers: what --api says; else the connection that --provider names, or a provider known by that name whose key stands in its
// usual variable; else the first connection; else the offline assistant. InvalidRequest when there is none of that name.
Done chooseProvider(ExecOptions &options, const Profile &profile, EnvironmentKeys &keys);

} // namespace vitrine
