#include "sandbox/BubblewrapSandbox.h"

#include "sandbox/SandboxProblem.h"
#include "sandbox/SeccompFilter.h"

#include <QFile>

namespace vitrine {

namespace {

// Collects bwrap's options; their order is the order in which bwrap acts.
class Options
{
public:
    void add(const QStringList &words)
    {
        for (const QString &word : words)
            m_bytes += QFile::encodeName(word) + '\0';
    }
    // The descriptor's number becomes part of the options.
    Done addFile(const QString &option, Result<Descriptor> file, const QString &target = {})
    {
        if (!file)
            return tl::unexpected(file.error());
        add({option, QString::number(file->get())});
        if (!target.isEmpty())
            add({target});
        descriptors.push_back(std::move(*file));
        return {};
    }
    const QByteArray &bytes() const { return m_bytes; }

    std::vector<Descriptor> descriptors;

private:
    QByteArray m_bytes;
};

void addNamespaces(Options &options)
{
    // --cap-drop: started by root, bwrap would leave every capability. --new-session: no terminal to type into.
    options.add({QStringLiteral("--unshare-user"), QStringLiteral("--disable-userns"), QStringLiteral("--unshare-ipc"),
                 QStringLiteral("--unshare-uts"), QStringLiteral("--unshare-pid"), QStringLiteral("--unshare-net"),
                 QStringLiteral("--unshare-cgroup-try"), QStringLiteral("--hostname"), QStringLiteral("sandbox"),
                 QStringLiteral("--cap-drop"), QStringLiteral("ALL"), QStringLiteral("--die-with-parent"),
                 QStringLiteral("--new-session")});
}

void addRoot(Options &options, SandboxPolicy::Root root)
{
    if (root == SandboxPolicy::Root::HostReadOnly) {
        options.add({QStringLiteral("--ro-bind"), QStringLiteral("/"), QStringLiteral("/")});
    } else {
        options.add({QStringLiteral("--ro-bind"), QStringLiteral("/usr"), QStringLiteral("/usr")});
        for (const char *name : {"bin", "sbin", "lib", "lib64"})
            options.add({QStringLiteral("--symlink"), QStringLiteral("usr/") + QLatin1String(name),
                         QLatin1Char('/') + QLatin1String(name)});
        // What programs of the distribution do not start without: the linker's cache, the choice of BLAS, fonts, the time zone.
        for (const char *name : {"alternatives", "ld.so.cache", "fonts", "matplotlibrc", "localtime", "mime.types"}) {
            const QString path = QStringLiteral("/etc/") + QLatin1String(name);
            options.add({QStringLiteral("--ro-bind-try"), path, path});
        }
    }
    options.add({QStringLiteral("--proc"), QStringLiteral("/proc"), QStringLiteral("--dev"), QStringLiteral("/dev")});
    // Files here belong to uid 0, which may write them even without a capability.
    for (const char *name : {"sys", "sysrq-trigger", "irq", "bus", "acpi", "scsi", "fs"}) {
        const QString path = QStringLiteral("/proc/") + QLatin1String(name);
        options.add({QStringLiteral("--ro-bind-try"), path, path});
    }
}

Done addContent(Options &options, const SandboxPolicy &policy)
{
    for (const SandboxTmpfs &tmpfs : policy.tmpfs)
        options.add({QStringLiteral("--size"), QString::number(tmpfs.bytes), QStringLiteral("--tmpfs"), tmpfs.path});
    for (const SandboxFile &file : policy.files) {
        if (const Done added = options.addFile(QStringLiteral("--ro-bind-data"), createMemoryFile(file.content), file.path);
            !added)
            return added;
    }
    for (const SandboxBind &bind : policy.binds) {
        QString option = bind.access == SandboxBind::Access::ReadWrite ? QStringLiteral("--bind") : QStringLiteral("--ro-bind");
        if (bind.optional)
            option += QStringLiteral("-try");
        options.add({option, bind.source, bind.target});
    }
    for (const QString &path : policy.masked)
        options.add({QStringLiteral("--ro-bind"), QStringLiteral("/dev/null"), path});
    return {};
}

void sealMounts(Options &options, const SandboxPolicy &policy)
{
    for (const SandboxTmpfs &tmpfs : policy.tmpfs) {
        if (tmpfs.readOnly)
            options.add({QStringLiteral("--remount-ro"), tmpfs.path});
    }
    options.add({QStringLiteral("--remount-ro"), QStringLiteral("/dev"), QStringLiteral("--remount-ro"), QStringLiteral("/")});
}

void addEnvironment(Options &options, const SandboxPolicy &policy)
{
    options.add({QStringLiteral("--clearenv")});
    for (auto it = policy.environment.cbegin(); it != policy.environment.cend(); ++it)
        options.add({QStringLiteral("--setenv"), it.key(), it.value()});
    options.add({QStringLiteral("--chdir"), policy.workingDirectory.isEmpty() ? QStringLiteral("/") : policy.workingDirectory});
}

// Set inside: before bwrap, a limit on processes would count all of the user's and keep bwrap itself from starting.
QStringList limited(const SandboxPrograms &programs, const SandboxLimits &limits, const QStringList &command)
{
    // The supervisor counts processes and tells the reason; this one counts threads too and only stops the worst.
    const int tasks = limits.processes + 64;
    QStringList words{programs.prlimit,
                      QStringLiteral("--core=0"),
                      QStringLiteral("--nofile=%1").arg(limits.openFiles),
                      QStringLiteral("--nproc=%1").arg(tasks),
                      QStringLiteral("--as=%1").arg(limits.addressSpaceBytes),
                      QStringLiteral("--fsize=%1").arg(limits.fileBytes)};
    if (limits.cpuSeconds)
        words.append(QStringLiteral("--cpu=%1").arg(*limits.cpuSeconds));
    words.append(QStringLiteral("--"));
    return words + command;
}

} // namespace

Result<SandboxedCommand> bubblewrapCommand(const SandboxPrograms &programs, const SandboxPolicy &policy,
                                           const QStringList &command)
{
    if (programs.bwrap.isEmpty())
        return tl::unexpected(bubblewrapMissing());
    Options options;
    addNamespaces(options);
    addRoot(options, policy.root);
    if (const Done added = addContent(options, policy); !added)
        return tl::unexpected(added.error());
    sealMounts(options, policy);
    addEnvironment(options, policy);
    if (const Done added = options.addFile(QStringLiteral("--seccomp"), createSeccompFilter(policy.unixSockets)); !added)
        return tl::unexpected(added.error());

    // Through a descriptor: the words of pid 1 can be read inside, and paths of the host are nobody's business there.
    Result<Descriptor> optionFile = createMemoryFile(options.bytes());
    if (!optionFile)
        return tl::unexpected(optionFile.error());
    SandboxedCommand made;
    made.spec.program = programs.bwrap;
    made.spec.arguments = QStringList{QStringLiteral("--args"), QString::number(optionFile->get()), QStringLiteral("--")} +
                          limited(programs, policy.limits, command);
    // bwrap's own environment can be read inside as /proc/1/environ, whatever --clearenv does for the command.
    made.spec.environment = {{QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")},
                             {QStringLiteral("LANG"), QStringLiteral("C.UTF-8")}};
    made.descriptors = std::move(options.descriptors);
    made.descriptors.push_back(std::move(*optionFile));
    for (const Descriptor &descriptor : made.descriptors)
        made.spec.passedDescriptors.append(descriptor.get());
    return made;
}

} // namespace vitrine
