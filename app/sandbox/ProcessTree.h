#pragma once

#include <QByteArray>
#include <QList>

#include <sys/types.h>

namespace vitrine {

// Looks at a process and all that descends from it, through /proc. Callable from any thread.
// The processes are hostile: they end, fork and refuse to be read at any moment; what cannot be read counts as nothing.
class ProcessTree final
{
public:
    // Stops looking when more than `most` are found.
    static ProcessTree of(pid_t root, int most);
    static ProcessTree ofOne(pid_t pid);

    const QList<pid_t> &processes() const { return m_processes; }
    // Resident memory, pages shared between them counted as often as they are mapped: never too little. Cheap.
    qint64 residentBytes() const;
    // Resident memory, shared pages counted once. Costs about a millisecond per 100 MB.
    qint64 proportionalBytes() const;
    // What open files without a name occupy on the given device: no walk through folders finds them.
    qint64 unnamedFileBytes(dev_t device) const;

private:
    QList<pid_t> m_processes; // the root first
};

} // namespace vitrine
