#pragma once

#include <QString>

namespace vitrine {

// The programs that make up the sandbox. Absolute paths; empty when missing. Tests hand in stand-ins.
struct SandboxPrograms {
    QString bwrap;
    QString prlimit = QStringLiteral("/usr/bin/prlimit"); // as seen inside
    QString python = QStringLiteral("/usr/bin/python3");  // as seen inside: the distribution's, the only one a minimal root holds

    // Looks for bwrap in PATH.
    static SandboxPrograms find();
};

} // namespace vitrine
