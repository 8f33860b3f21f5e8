#include "sandbox/SandboxPrograms.h"

#include <QStandardPaths>

namespace vitrine {

SandboxPrograms SandboxPrograms::find()
{
    SandboxPrograms programs;
    programs.bwrap = QStandardPaths::findExecutable(QStringLiteral("bwrap"));
    return programs;
}

} // namespace vitrine
