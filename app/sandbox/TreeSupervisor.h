#pragma once

#include "sandbox/Descriptor.h"
#include "sandbox/SandboxPolicy.h"

#include <QString>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace vitrine {

class ProcessTree;

enum class TreeLimit { Memory, Processes, Disk };

// Watches a process tree from a thread of its own and kills it when it takes too much. Resource limits alone do not do that:
// they count per process, and some not at all for root. Works without cgroups, as root and as an ordinary user.
class TreeSupervisor final
{
    Q_DISABLE_COPY_MOVE(TreeSupervisor)

public:
    enum class Pace { Running, Idle }; // every 50 ms; twice a second

    TreeSupervisor() = default;

    // `root` must be a running child of this process whose death takes the whole tree down (bwrap with --die-with-parent).
    // `workFolder` may be empty: its growth is then not watched.
    void watch(pid_t root, const SandboxLimits &limits, const QString &workFolder);
    void setPace(Pace pace);
    // Growth of the work folder counts from this on.
    void countDiskFrom(qint64 bytesOnDisk);

    // What the tree was killed for. Known before the kill, so that whoever sees the end can tell the reason.
    std::optional<TreeLimit> exceeded() const;

private:
    void loop(std::stop_token stop);
    std::optional<TreeLimit> broken();
    bool diskBroken(const ProcessTree &tree);

    pid_t m_root = 0;
    Descriptor m_rootHandle; // a pidfd: the number itself may have been given to another process
    SandboxLimits m_limits;
    QString m_workFolder;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Pace m_pace = Pace::Idle;            // guarded by m_mutex
    std::optional<qint64> m_diskStart;   // guarded by m_mutex
    std::optional<TreeLimit> m_exceeded; // guarded by m_mutex
    // The thread's own:
    std::chrono::steady_clock::time_point m_nextDiskLook;
    qsizetype m_lastCount = 0;
    bool m_isGrowing = false;
    std::jthread m_thread;
};

} // namespace vitrine
