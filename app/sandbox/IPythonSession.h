#pragma once

#include "sandbox/FolderSnapshot.h"
#include "sandbox/FontList.h"
#include "sandbox/PythonInterpreter.h"
#include "sandbox/PythonSession.h"
#include "sandbox/SandboxPrograms.h"

#include <QElapsedTimer>
#include <QList>
#include <QTimer>

#include <memory>
#include <optional>

namespace vitrine {

// The PythonSession on this machine: one IPython interpreter in a bubblewrap sandbox. Where no sandbox can be built, every
// run ends with an error and nothing runs.
class IPythonSession final : public PythonSession
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IPythonSession)

public:
    static constexpr qint64 keptOutputBytes = 1 << 20;
    static constexpr qint64 keptDisplayBytes = 16 << 20;
    static constexpr qint64 outputLimitBytes = qint64(4) << 30; // of one run; more is of no use to anybody

    // Both folders must exist.
    IPythonSession(SandboxPrograms programs, PythonFolders folders, QObject *parent = nullptr);
    ~IPythonSession() override;

    // For tests: tighter limits than the defaults. Before start().
    void setLimits(const SandboxLimits &limits) { m_limits = limits; }
    // How long code may take to hear an interrupt, or that its time is up, before the interpreter is killed.
    void setKillDelay(std::chrono::milliseconds delay) { m_killDelay.setInterval(delay); }

    void start() override;
    quint64 run(const QString &code, std::chrono::milliseconds limit) override;
    void interrupt() override;
    void cancel(quint64 id) override;
    void restart() override;

private:
    struct Request {
        quint64 id = 0;
        QString code;
        std::chrono::milliseconds limit{0};
    };
    // The run that is on its way.
    struct Current {
        Request request;
        FolderSnapshot before;
        PythonResult result;
        QElapsedTimer timer;
        qint64 displayBytes = 0;
        bool sent = false;
        std::optional<PythonResult::How> endedBecause; // what this side did: a limit, an interrupt
    };

    void makeFontList();
    void startNext();
    void send(FolderSnapshot before);
    void take(PythonInterpreter::Stream stream, const QByteArray &bytes);
    void handle(const QJsonObject &message);
    void addDisplay(const QJsonObject &data);
    void complete(const QJsonObject &message);
    void interruptBecause(PythonResult::How how);
    void interpreterFailed(const Error &error);
    void interpreterEnded(const PythonInterpreter::End &end);
    void finishCurrent();
    void dropInterpreter();

    SandboxPrograms m_programs;
    PythonFolders m_folders;
    SandboxLimits m_limits;
    std::unique_ptr<PythonInterpreter> m_interpreter;
    std::unique_ptr<FontListMaker> m_fonts; // once made or tried, not again
    QList<Request> m_waiting;
    std::optional<Current> m_current;
    QTimer m_runLimit;
    QTimer m_killDelay;
    quint64 m_lastId = 0;
    bool m_namesWereLost = false;
};

} // namespace vitrine
