#pragma once

#include "base/Error.h"

namespace vitrine {

// Why there is no sandbox, in one sentence that says what to do. Kind Sandbox; what bwrap wrote is the detail.
Error bubblewrapMissing();
Error sandboxProblem(const QString &bwrapOutput);

} // namespace vitrine
