#include "sandbox/SeccompFilter.h"

#include <QCoreApplication>

#include <cerrno>
#include <memory>

#include <linux/netlink.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrine {

namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

// clang-format off
constexpr const char *denied[] = {
    // other processes and debugging
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp", "perf_event_open",
    // keys and programs in the kernel
    "keyctl", "add_key", "request_key", "bpf", "userfaultfd",
    // file systems and namespaces
    "mount", "umount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "setns", "unshare", "name_to_handle_at", "open_by_handle_at", "fanotify_init", "quotactl", "quotactl_fd",
    // the machine
    "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "create_module", "query_module", "reboot",
    "swapon", "swapoff", "acct", "syslog", "iopl", "ioperm", "modify_ldt", "vhangup", "uselib", "sysfs", "_sysctl", "nfsservctl",
    "sethostname", "setdomainname", "clock_settime", "clock_adjtime", "settimeofday", "adjtimex", "lookup_dcookie",
    // memory that belongs to no process and to no file system with a size
    "shmget", "shmat", "shmctl",
};
// clang-format on

// Programs fall back when a call does not exist, but stop when it is forbidden.
constexpr const char *unknown[] = {"memfd_create",   "memfd_secret",      "io_uring_setup",
                                   "io_uring_enter", "io_uring_register", "clone3"};

class Rules
{
public:
    explicit Rules(scmp_filter_ctx filter)
        : m_filter(filter)
    {
    }

    template<class... Conditions>
    void add(uint32_t action, const char *name, Conditions... conditions)
    {
        const int number = seccomp_syscall_resolve_name(name);
        if (number == __NR_SCMP_ERROR) // not known to this libseccomp: older than the call
            return;
        const int result = seccomp_rule_add(m_filter, action, number, sizeof...(conditions), conditions...);
        if (result != 0 && result != -EDOM) // EDOM: no such call on this architecture
            m_failed = true;
    }
    bool failed() const { return m_failed; }

private:
    scmp_filter_ctx m_filter;
    bool m_failed = false;
};

scmp_arg_cmp low32(unsigned argument, uint64_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, 0xffffffffU, value};
}

void addSocketRules(Rules &rules, SandboxPolicy::UnixSockets unixSockets)
{
    const uint32_t noFamily = SCMP_ACT_ERRNO(EAFNOSUPPORT);
    // A network namespace does not hold AF_VSOCK and its like: only these four families exist.
    const auto allowed = [unixSockets](uint64_t family) {
        return family == AF_INET || family == AF_INET6 || family == AF_NETLINK ||
               (family == AF_UNIX && unixSockets == SandboxPolicy::UnixSockets::Allowed);
    };
    for (uint64_t family = 0; family <= AF_NETLINK; ++family) {
        if (!allowed(family))
            rules.add(noFamily, "socket", low32(0, family));
    }
    rules.add(noFamily, "socket", scmp_arg_cmp{0, SCMP_CMP_GT, AF_NETLINK, 0});
    // Of netlink only NETLINK_ROUTE, which lists the interfaces; the others are paths into rarely used kernel code.
    for (uint64_t protocol = NETLINK_ROUTE + 1; protocol < MAX_LINKS; ++protocol)
        rules.add(noFamily, "socket", low32(0, AF_NETLINK), low32(2, protocol));
}

bool addRules(scmp_filter_ctx filter, SandboxPolicy::UnixSockets unixSockets)
{
    Rules rules(filter);
    for (const char *name : denied)
        rules.add(SCMP_ACT_ERRNO(EPERM), name);
    for (const char *name : unknown)
        rules.add(SCMP_ACT_ERRNO(ENOSYS), name);
    for (const uint64_t flag :
         {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP})
        rules.add(SCMP_ACT_ERRNO(EPERM), "clone", scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, flag, flag});
    // Both type into a terminal that the caller only borrowed.
    rules.add(SCMP_ACT_ERRNO(EPERM), "ioctl", low32(1, TIOCSTI));
    rules.add(SCMP_ACT_ERRNO(EPERM), "ioctl", low32(1, TIOCLINUX));
    addSocketRules(rules, unixSockets);
    return !rules.failed();
}

} // namespace

Result<Descriptor> createSeccompFilter(SandboxPolicy::UnixSockets unixSockets)
{
    const auto failed = [] {
        return fail(ErrorKind::Sandbox,
                    QCoreApplication::translate("Sandbox", "The system call filter of the sandbox could not be built, so nothing "
                                                           "was run; check that libseccomp is installed."));
    };
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter || seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0 ||
        !addRules(filter.get(), unixSockets))
        return failed();
    Result<Descriptor> file = createMemoryFile({});
    if (!file)
        return file;
    if (seccomp_export_bpf(filter.get(), file->get()) != 0 || lseek(file->get(), 0, SEEK_SET) != 0)
        return failed();
    return file;
}

} // namespace vitrine
