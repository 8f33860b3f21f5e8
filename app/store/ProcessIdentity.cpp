#include "store/ProcessIdentity.h"

#include <QFile>
#include <QStringList>

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace vitrine {

namespace {

struct ProcessState {
    char state = 0;    // 0: there is no such process
    QString startTime; // clock ticks after the start of the machine
};

// proc(5): the name stands in parentheses and may hold anything; the state is the field after it, the start time field 22.
ProcessState stateOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields[0].isEmpty())
        return {};
    return {fields[0][0], QString::fromLatin1(fields[19])};
}

QString bootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QStringLiteral("-");
}

QString pidNamespace()
{
    char target[64] = {};
    const ssize_t length = readlink("/proc/self/ns/pid", target, sizeof target - 1);
    return length > 0 ? QString::fromLatin1(target, length) : QStringLiteral("-");
}

} // namespace

QString processIdentity()
{
    const QString startTime = stateOf(getpid()).startTime;
    return QStringList{QString::number(getpid()), startTime.isEmpty() ? QStringLiteral("-") : startTime, bootId(), pidNamespace()}.join(QLatin1Char(' '));
}

bool isProcessGone(const QString &identity)
{
    const QStringList parts = identity.split(QLatin1Char(' '));
    if (parts.size() != 4)
        return true;
    if (parts[2] != bootId())
        return true;
    if (parts[3] != pidNamespace())
        return false;
    const qint64 pid = parts[0].toLongLong();
    const ProcessState now = stateOf(pid);
    if (now.state == 0)
        return kill(pid_t(pid), 0) != 0 && errno == ESRCH; // without a readable /proc only this is left
    // A zombie has ended; only its parent has not asked for its exit status yet.
    return now.state == 'Z' || now.state == 'X' || now.startTime != parts[1];
}

} // namespace vitrine
