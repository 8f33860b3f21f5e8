#pragma once

#include "sandbox/PythonSession.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

struct SandboxBind {
    enum class Access { ReadOnly, ReadWrite };
    QString source; // on the host
    QString target; // inside
    Access access = Access::ReadOnly;
    bool optional = false; // left out when the source is missing
};

// A file system in memory. Each has a size: by default the kernel would grant half of the machine's memory to each.
struct SandboxTmpfs {
    QString path;
    qint64 bytes = 0;
    bool readOnly = false; // after everything else is in place; hides what lies below
};

// A read-only file that exists only inside.
struct SandboxFile {
    QString path;
    QByteArray content;
};

struct SandboxLimits {
    qint64 memoryBytes = qint64(2) << 30;       // of the whole process tree, watched by TreeSupervisor
    qint64 addressSpaceBytes = qint64(2) << 30; // of each process
    int processes = 96;                         // of the whole tree
    int openFiles = 512;                        // of each process
    qint64 fileBytes = qint64(512) << 20;       // of each file
    qint64 diskGrowthBytes = qint64(1) << 30;   // of the work folder, in one call
    std::optional<qint64> cpuSeconds;           // of each process
};

// What a sandboxed program may see and use. There is no field for the network: it is off, not filtered.
struct SandboxPolicy {
    enum class Root { Minimal, HostReadOnly };  // only /usr and a few files of /etc; or everything, read-only
    enum class UnixSockets { Allowed, Denied }; // a read-only bind does not stop connect(): deny where host sockets can be seen

    Root root = Root::Minimal;
    UnixSockets unixSockets = UnixSockets::Denied;
    QList<SandboxTmpfs> tmpfs;
    QList<SandboxFile> files;
    QList<SandboxBind> binds;
    QStringList masked; // files inside that are covered by nothing (/dev/null)
    QHash<QString, QString> environment;
    QString workingDirectory;
    SandboxLimits limits;
};

// For code that analyses data: a minimal root, the work folder as /mnt/data, the uploads read-only as /mnt/uploads.
// Socket files that lie in the two folders already are masked: they belong to a program of the host.
SandboxPolicy pythonPolicy(const PythonFolders &folders);

} // namespace vitrine
