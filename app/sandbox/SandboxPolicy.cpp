#include "sandbox/SandboxPolicy.h"

#include "sandbox/FolderSnapshot.h"

#include <QFileInfo>
#include <QThread>

#include <unistd.h>

namespace vitrine {

namespace {

void addFolder(SandboxPolicy &policy, const QString &source, const QString &target, SandboxBind::Access access)
{
    if (source.isEmpty())
        return;
    policy.binds.append({QFileInfo(source).absoluteFilePath(), target, access, false});
    const QStringList sockets = socketsIn(source);
    for (const QString &name : sockets)
        policy.masked.append(target + QLatin1Char('/') + name);
}

QHash<QString, QString> pythonEnvironment()
{
    // Libraries start a thread a core, each with tens of megabytes of address space.
    const QString threads = QString::number(qBound(1, QThread::idealThreadCount(), 4));
    return {
        {QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")},
        {QStringLiteral("LANG"), QStringLiteral("C.UTF-8")},
        {QStringLiteral("HOME"), QStringLiteral("/tmp")},
        {QStringLiteral("USER"), QStringLiteral("user")},
        {QStringLiteral("IPYTHONDIR"), QStringLiteral("/tmp/.ipython")},
        {QStringLiteral("XDG_CACHE_HOME"), QStringLiteral("/tmp/.cache")},
        {QStringLiteral("MPLCONFIGDIR"), QStringLiteral("/tmp/.matplotlib")},
        {QStringLiteral("MPLBACKEND"), QStringLiteral("module://matplotlib_inline.backend_inline")},
        {QStringLiteral("OMP_NUM_THREADS"), threads},
        {QStringLiteral("OPENBLAS_NUM_THREADS"), threads},
        {QStringLiteral("MALLOC_ARENA_MAX"), QStringLiteral("2")},
    };
}

} // namespace

SandboxPolicy pythonPolicy(const PythonFolders &folders)
{
    SandboxPolicy policy;
    // multiprocessing needs them; a minimal root shows none of the host's.
    policy.unixSockets = SandboxPolicy::UnixSockets::Allowed;
    policy.tmpfs = {{QStringLiteral("/tmp"), 256 << 20, false}, {QStringLiteral("/dev/shm"), 64 << 20, false}};
    const QByteArray uid = QByteArray::number(getuid());
    policy.files = {
        {QStringLiteral("/etc/passwd"), "user:x:" + uid + ':' + QByteArray::number(getgid()) + "::/tmp:/bin/sh\n"},
        {QStringLiteral("/etc/hosts"), "127.0.0.1 localhost\n::1 localhost\n"},
    };
    addFolder(policy, folders.work, QStringLiteral("/mnt/data"), SandboxBind::Access::ReadWrite);
    addFolder(policy, folders.uploads, QStringLiteral("/mnt/uploads"), SandboxBind::Access::ReadOnly);
    policy.environment = pythonEnvironment();
    policy.workingDirectory = folders.work.isEmpty() ? QStringLiteral("/tmp") : QStringLiteral("/mnt/data");
    return policy;
}

} // namespace vitrine
