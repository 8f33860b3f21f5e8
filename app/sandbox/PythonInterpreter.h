#pragma once

#include "base/ChildProcess.h"
#include "base/Error.h"
#include "sandbox/Descriptor.h"
#include "sandbox/FrameCodec.h"
#include "sandbox/PythonSession.h"
#include "sandbox/SandboxPrograms.h"
#include "sandbox/TreeSupervisor.h"

#include <QJsonObject>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>

namespace vitrine {

// One life of the sandboxed interpreter, from its start to its end. Lives on the engine thread.
class PythonInterpreter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PythonInterpreter)

public:
    enum class Stream { Output, ErrorOutput };

    // How it ended. At most one of the three is set; none: the process is gone without a word (its keeper was killed).
    struct End {
        std::optional<int> exitStatus;
        std::optional<int> signal;
        std::optional<TreeLimit> limit;
    };

    PythonInterpreter(SandboxPrograms programs, PythonFolders folders, SandboxLimits limits, QObject *parent = nullptr);
    ~PythonInterpreter() override;

    void start();
    bool isReady() const { return m_ready; }
    bool hasFontList() const { return m_hasFontList; } // it was given the one that was kept
    // `bytesOnDisk`: what the work folder occupies now; growth counts from there.
    void run(const QString &code, qint64 bytesOnDisk);
    void interrupt();
    void kill();
    // Takes what lies in the pipes now. Frames and output travel separately; output of a run is in the pipe before its last
    // frame.
    void drainOutput();

signals:
    void ready();
    // display, value, error, done: see resources/python/driver.py
    void messageReceived(const QJsonObject &message);
    void outputReceived(vitrine::PythonInterpreter::Stream stream, const QByteArray &bytes);
    // Nothing ran and nothing will; the object is of no further use.
    void failed(const vitrine::Error &error);
    void ended(const vitrine::PythonInterpreter::End &end);

private:
    struct OutputPipe {
        Descriptor reader;
        std::unique_ptr<QSocketNotifier> notifier;
    };

    Done launch();
    void openOutput(Stream stream, Descriptor reader);
    void readOutput(Stream stream, qint64 most);
    void handle(const QJsonObject &message);
    void childFinished(const Result<ChildExit> &result);

    SandboxPrograms m_programs;
    PythonFolders m_folders;
    bool m_hasFontList = false;
    SandboxLimits m_limits;
    std::unique_ptr<ChildProcess> m_child;
    std::unique_ptr<TreeSupervisor> m_supervisor;
    std::array<OutputPipe, 2> m_output;
    std::vector<Descriptor> m_untilStarted;
    FrameReader m_frames;
    QTimer m_startLimit;
    QByteArray m_complaint; // what was written before the interpreter was ready
    End m_end;
    bool m_ready = false;
};

} // namespace vitrine
