#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace vitrine {

// What a program may use, set between fork and exec. Zero or absent: as inherited.
struct ChildLimits {
    std::optional<qint64> addressSpaceBytes; // RLIMIT_AS
    std::optional<qint64> cpuSeconds;        // RLIMIT_CPU
    std::optional<qint64> fileBytes;         // RLIMIT_FSIZE
    std::optional<qint64> openFiles;         // RLIMIT_NOFILE
    bool noNewPrivileges = true;
};

struct ChildSpec {
    QString program;                      // absolute path; there is no search in PATH and no shell
    QStringList arguments;
    QHash<QString, QString> environment;  // the whole environment of the child; nothing is inherited
    QString workingDirectory;             // empty: /
    QList<int> passedDescriptors;         // kept open under the same number; every other one from 3 on is closed
    ChildLimits limits;
    std::chrono::milliseconds deadline{0}; // 0: none. When it passes the whole tree is killed.
    qint64 outputLimit = 1 << 20;          // bytes kept of each of stdout and stderr; the rest is counted and dropped
    bool collectOutput = true;             // false: output is only signalled, nothing is kept and nothing dropped
    bool closeInput = true;                // false: stdin stays open for write()
};

struct ChildExit {
    enum class How { Exited, Signalled, TimedOut, Stopped };
    How how = How::Exited;
    int code = 0; // exit status, or the number of the signal
    QByteArray standardOutput;
    QByteArray standardError;
    qint64 droppedBytes = 0; // of both channels
    std::chrono::milliseconds duration{0};
};

// The only place that starts programs. Lives on one thread, which must outlive the child
// (the kernel's parent-death signal follows the thread that forked). Destroying it kills the child's whole tree.
class ChildProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override;

    // Ends exactly once with finished(), also when the program cannot be started.
    void start(const ChildSpec &spec);
    void write(const QByteArray &bytes);
    void closeInput();
    // Sends a signal to the child itself (SIGINT for an interrupt).
    void sendSignal(int signal);
    // Kills the child and all that descends from it, at once.
    void stop();
    qint64 processId() const;
    bool isRunning() const;

signals:
    void started();
    void outputReceived(const QByteArray &bytes);
    void errorOutputReceived(const QByteArray &bytes);
    void finished(const vitrine::Result<vitrine::ChildExit> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vitrine
