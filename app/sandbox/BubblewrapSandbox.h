#pragma once

#include "base/ChildProcess.h"
#include "base/Error.h"
#include "sandbox/Descriptor.h"
#include "sandbox/SandboxPolicy.h"
#include "sandbox/SandboxPrograms.h"

#include <QStringList>

#include <vector>

namespace vitrine {

// A command ready to be started by ChildProcess. The descriptors must stay open until it has started.
struct SandboxedCommand {
    ChildSpec spec;
    std::vector<Descriptor> descriptors;
};

// Turns a policy into a bwrap command. Where no sandbox can be had this is an error: there is no other way to run anything.
Result<SandboxedCommand> bubblewrapCommand(const SandboxPrograms &programs, const SandboxPolicy &policy,
                                           const QStringList &command);

} // namespace vitrine
