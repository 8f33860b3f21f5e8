#include "base/ChildProcess.h"

#include "base/Logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QTimer>

#include <utility>

#include <csignal>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vitrine {

namespace {

// Runs between fork and exec: only async-signal-safe calls, no allocation.
void setLimit(__rlimit_resource resource, std::optional<qint64> value)
{
    if (!value)
        return;
    const rlimit limit{rlim_t(*value), rlim_t(*value)};
    setrlimit(resource, &limit);
}

void closeOnExecFrom(unsigned first)
{
    if (syscall(SYS_close_range, first, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    // Kernels before 5.11: one by one, up to the limit.
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    for (unsigned fd = first; fd < limit.rlim_cur && fd < 1 << 16; ++fd)
        fcntl(int(fd), F_SETFD, FD_CLOEXEC);
}

// All processes that descend from `root`, by the parent numbers in /proc.
QList<pid_t> descendantsOf(pid_t root)
{
    QHash<pid_t, QList<pid_t>> children;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const pid_t pid = entry.toInt(&isNumber);
        if (!isNumber)
            continue;
        QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        // The name is in parentheses and may hold anything; the parent's number is the second field after it.
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1)
            children[fields[1].toInt()].append(pid);
    }
    QList<pid_t> found;
    QList<pid_t> open{root};
    while (!open.isEmpty()) {
        const QList<pid_t> next = children.value(open.takeLast());
        found += next;
        open += next;
    }
    return found;
}

void killTree(pid_t root)
{
    if (root <= 1) // 0 would be this process's own group, and everything descends from 1
        return;
    // Stop first, and look again until nobody new turns up: what is stopped cannot fork away while the list is made.
    QSet<pid_t> stopped{root};
    ::kill(root, SIGSTOP);
    constexpr int mostLooks = 16; // against one that forks faster than anybody can look
    for (int look = 0; look < mostLooks; ++look) {
        const qsizetype known = stopped.size();
        const QList<pid_t> descendants = descendantsOf(root);
        for (pid_t pid : descendants) {
            if (stopped.contains(pid))
                continue;
            ::kill(pid, SIGSTOP);
            stopped.insert(pid);
        }
        if (stopped.size() == known)
            break;
    }
    ::kill(-root, SIGKILL); // its process group: the child made one of its own
    for (pid_t pid : std::as_const(stopped))
        ::kill(pid, SIGKILL);
}

} // namespace

class ChildProcess::Private
{
public:
    explicit Private(ChildProcess *owner)
        : q(owner)
    {
        deadline.setSingleShot(true);
    }

    void end(Result<ChildExit> result)
    {
        if (ended)
            return;
        ended = true;
        deadline.stop();
        emit q->finished(result);
    }

    void take(QByteArray chunk, QByteArray &kept)
    {
        if (!spec.collectOutput)
            return;
        const qint64 room = qMax<qint64>(0, spec.outputLimit - kept.size());
        dropped += qMax<qint64>(0, chunk.size() - room);
        chunk.truncate(room);
        kept += chunk;
    }

    ChildProcess *q;
    ChildSpec spec;
    std::unique_ptr<QProcess> process;
    QTimer deadline;
    QElapsedTimer timer;
    QByteArray output;
    QByteArray errorOutput;
    qint64 dropped = 0;
    bool ended = false;
    pid_t group = 0; // QProcess forgets the number when the child ends
    std::optional<ChildExit::How> killedBecause;
};

ChildProcess::ChildProcess(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    connect(&d->deadline, &QTimer::timeout, this, [this] {
        d->killedBecause = ChildExit::How::TimedOut;
        if (d->process)
            killTree(pid_t(d->process->processId()));
    });
}

ChildProcess::~ChildProcess()
{
    if (!d->process)
        return;
    d->process->disconnect(this);
    if (d->process->state() != QProcess::NotRunning) {
        if (const pid_t pid = pid_t(d->process->processId()); pid > 0)
            killTree(pid);
        // The child is dead already; this only takes its exit status, so that QProcess does not complain.
        d->process->waitForFinished(1000);
    }
}

void ChildProcess::start(const ChildSpec &spec)
{
    Q_ASSERT(!d->process);
    d->spec = spec;
    d->timer.start();
    if (!QDir::isAbsolutePath(spec.program) || !QFileInfo(spec.program).isFile() || !QFileInfo(spec.program).isExecutable()) {
        const Error error{ErrorKind::Io, QCoreApplication::translate("ChildProcess", "The program %1 is missing; install it and try again.").arg(spec.program), Audience::User, {}, false};
        QMetaObject::invokeMethod(this, [this, error] { d->end(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    d->process = std::make_unique<QProcess>();
    QProcess &process = *d->process;
    process.setProgram(spec.program);
    process.setArguments(spec.arguments);
    process.setWorkingDirectory(spec.workingDirectory.isEmpty() ? QStringLiteral("/") : spec.workingDirectory);
    QProcessEnvironment environment;
    for (auto it = spec.environment.cbegin(); it != spec.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    // QProcess takes an environment without entries as "inherit mine".
    if (environment.isEmpty())
        environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::SeparateChannels);

    const pid_t parent = getpid();
    const std::vector<int> passed(spec.passedDescriptors.cbegin(), spec.passedDescriptors.cend());
    process.setChildProcessModifier([limits = spec.limits, passed, parent] {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        // Whoever loses its parent below becomes a child of this one, and so is found when the tree is killed.
        prctl(PR_SET_CHILD_SUBREAPER, 1);
        if (getppid() != parent) // the parent died before the line above
            _exit(127);
        if (limits.noNewPrivileges)
            prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        // Close-on-exec and not closed: QProcess reports a failed exec through a pipe of its own.
        closeOnExecFrom(3);
        for (int fd : passed)
            fcntl(fd, F_SETFD, 0);
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_CORE, &noCore);
        setLimit(RLIMIT_CPU, limits.cpuSeconds);
        setLimit(RLIMIT_FSIZE, limits.fileBytes);
        setLimit(RLIMIT_NOFILE, limits.openFiles);
        setLimit(RLIMIT_AS, limits.addressSpaceBytes);
        // Dispositions set to "ignore" survive exec; a child starts with none.
        for (int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD})
            ::signal(signal, SIG_DFL);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
    });

    connect(&process, &QProcess::started, this, [this] {
        d->group = pid_t(d->process->processId());
        if (d->spec.closeInput)
            d->process->closeWriteChannel();
        emit started();
    });
    connect(&process, &QProcess::readyReadStandardOutput, this, [this] {
        const QByteArray chunk = d->process->readAllStandardOutput();
        d->take(chunk, d->output);
        emit outputReceived(chunk);
    });
    connect(&process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray chunk = d->process->readAllStandardError();
        d->take(chunk, d->errorOutput);
        emit errorOutputReceived(chunk);
    });
    connect(&process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        qCWarning(logProcess) << d->spec.program << d->process->errorString();
        d->end(fail(ErrorKind::Io, QCoreApplication::translate("ChildProcess", "%1 could not be started.").arg(d->spec.program), d->process->errorString()));
    });
    connect(&process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (d->group > 0)
            ::kill(-d->group, SIGKILL); // what it left running in the background
        ChildExit exit;
        exit.how = d->killedBecause.value_or(status == QProcess::CrashExit ? ChildExit::How::Signalled : ChildExit::How::Exited);
        exit.code = code;
        exit.standardOutput = std::move(d->output);
        exit.standardError = std::move(d->errorOutput);
        exit.droppedBytes = d->dropped;
        exit.duration = std::chrono::milliseconds(d->timer.elapsed());
        d->end(exit);
    });
    if (spec.deadline.count() > 0)
        d->deadline.start(spec.deadline);
    process.start(QIODevice::ReadWrite);
}

void ChildProcess::write(const QByteArray &bytes)
{
    if (isRunning())
        d->process->write(bytes);
}

void ChildProcess::closeInput()
{
    if (isRunning())
        d->process->closeWriteChannel();
}

void ChildProcess::sendSignal(int signal)
{
    if (isRunning())
        ::kill(pid_t(d->process->processId()), signal);
}

void ChildProcess::stop()
{
    if (!isRunning())
        return;
    if (!d->killedBecause)
        d->killedBecause = ChildExit::How::Stopped;
    killTree(pid_t(d->process->processId()));
}

qint64 ChildProcess::processId() const
{
    return d->process ? d->process->processId() : 0;
}

bool ChildProcess::isRunning() const
{
    return d->process && d->process->state() != QProcess::NotRunning && d->process->processId() > 0;
}

} // namespace vitrine
