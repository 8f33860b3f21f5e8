#include "sandbox/TreeSupervisor.h"

#include "sandbox/FolderSnapshot.h"
#include "sandbox/ProcessTree.h"

#include <QFile>

#include <algorithm>
#include <csignal>
#include <utility>

#include <sched.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vitrine {

using namespace std::chrono_literals;
using Timer = std::chrono::steady_clock;

void TreeSupervisor::watch(pid_t root, const SandboxLimits &limits, const QString &workFolder)
{
    Q_ASSERT(!m_thread.joinable());
    m_root = root;
    m_rootHandle = Descriptor(int(syscall(SYS_pidfd_open, root, 0)));
    m_limits = limits;
    m_workFolder = workFolder;
    m_thread = std::jthread([this](std::stop_token stop) { loop(stop); });
}

void TreeSupervisor::setPace(Pace pace)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pace = pace;
    }
    m_wake.notify_all();
}

void TreeSupervisor::countDiskFrom(qint64 bytesOnDisk)
{
    const std::lock_guard lock(m_mutex);
    m_diskStart = bytesOnDisk;
}

std::optional<TreeLimit> TreeSupervisor::exceeded() const
{
    const std::lock_guard lock(m_mutex);
    return m_exceeded;
}

void TreeSupervisor::loop(std::stop_token stop)
{
    // A thousand runnable processes would leave an ordinary thread a thousandth of the time. Only root may ask for more, and
    // only root needs it: for others RLIMIT_NPROC holds.
    const sched_param soon{.sched_priority = 1};
    sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &soon);
    while (!stop.stop_requested()) {
        if (const std::optional<TreeLimit> limit = broken()) {
            {
                const std::lock_guard lock(m_mutex);
                m_exceeded = limit;
            }
            // The process namespace goes down with its first process, however many there are.
            syscall(SYS_pidfd_send_signal, m_rootHandle.get(), SIGKILL, nullptr, 0);
            return;
        }
        std::unique_lock lock(m_mutex);
        const Pace pace = m_pace;
        const auto pause = m_isGrowing ? 5ms : pace == Pace::Running ? 50ms : 500ms;
        m_wake.wait_for(lock, stop, pause, [this, pace] { return m_pace != pace; });
    }
}

std::optional<TreeLimit> TreeSupervisor::broken()
{
    const ProcessTree tree = ProcessTree::of(m_root, m_limits.processes);
    // A tree that grows is looked at more often: in 50 ms it could become a thousand.
    const qsizetype count = tree.processes().size();
    m_isGrowing = count > std::exchange(m_lastCount, count) + 8;
    if (count > m_limits.processes)
        return TreeLimit::Processes;
    // The cheap figure never says too little; only when it is over is the dear one needed.
    if (tree.residentBytes() > m_limits.memoryBytes && tree.proportionalBytes() > m_limits.memoryBytes)
        return TreeLimit::Memory;
    if (!m_workFolder.isEmpty() && Timer::now() >= m_nextDiskLook && diskBroken(tree))
        return TreeLimit::Disk;
    return std::nullopt;
}

bool TreeSupervisor::diskBroken(const ProcessTree &tree)
{
    const auto begin = Timer::now();
    struct stat folder {
    };
    if (::stat(QFile::encodeName(m_workFolder).constData(), &folder) != 0)
        return false;
    const FolderSnapshot snapshot = FolderSnapshot::take(m_workFolder);
    const qint64 used = snapshot.bytesOnDisk + tree.unnamedFileBytes(folder.st_dev);
    // A folder with very many files takes long to look at: at most a tenth of the time is spent on it.
    const auto now = Timer::now();
    m_nextDiskLook = now + std::max<Timer::duration>(200ms, 10 * (now - begin));
    const std::lock_guard lock(m_mutex);
    return used - m_diskStart.value_or(used) > m_limits.diskGrowthBytes;
}

} // namespace vitrine
