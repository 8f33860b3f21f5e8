#pragma once

#include "base/Error.h"
#include "sandbox/Descriptor.h"
#include "sandbox/SandboxPolicy.h"

namespace vitrine {

// The system call filter as a BPF program in a file, ready for bwrap's --seccomp.
// Foreign call tables (int 0x80, x32) kill the process; what reaches other processes, the kernel or memory that no limit
// counts fails with an error.
Result<Descriptor> createSeccompFilter(SandboxPolicy::UnixSockets unixSockets);

} // namespace vitrine
