#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>

namespace vitrine {

// One rich result: MIME type to bytes, as Jupyter has it (text/plain, text/html, image/png ...).
using MimeBundle = QHash<QString, QByteArray>;

struct PythonResult {
    enum class How {
        Completed,
        Raised,
        Exited,
        Killed,
        TimedOut,
        MemoryLimit,
        ProcessLimit,
        OutputLimit,
        DiskLimit,
        Interrupted
    };
    How how = How::Completed;
    int exitStatus = 0; // Exited: the status the code ended with; Killed: the number of the signal
    QByteArray standardOutput;
    QByteArray standardError;
    QString errorName;          // "ValueError", "SyntaxError" ... when the code raised
    QString error;              // the traceback down to "ValueError: ...", without colours
    QList<MimeBundle> displays; // in order; figures that the code left open included
    MimeBundle value;           // of the last expression
    QStringList changedFiles;   // relative to the work folder, new or changed by this run, sorted
    qint64 droppedBytes = 0;    // of output beyond the first MiB; counted, not kept
    bool namesLost = false;     // the interpreter ended with this run: the next one begins without variables
    bool startedFresh = false;  // an earlier run ended the interpreter, so this one began without its variables
    std::chrono::milliseconds duration{0};
};

struct PythonFolders {
    QString work;    // seen as /mnt/data, writable
    QString uploads; // seen as /mnt/uploads, read-only
    QString cache = {}; // not seen; where later sessions find what spares the interpreter work. Empty: nothing is kept
};

// A Python interpreter that lasts as long as a conversation. Lives on the engine thread. A remote Jupyter server can stand
// behind the same interface.
class PythonSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PythonSession)

public:
    using QObject::QObject;
    // Begins to start the interpreter, if it does not run yet; run() does so too.
    virtual void start() = 0;
    // One at a time; later ones wait. Ends with finished() for that id exactly once.
    virtual quint64 run(const QString &code, std::chrono::milliseconds limit) = 0;
    virtual void interrupt() = 0; // as Ctrl+C; kills after a second without effect
    // Interrupts this run, or drops it if it waits: then it ends with ErrorKind::Cancelled. finished() follows in any case.
    virtual void cancel(quint64 id) = 0;
    virtual void restart() = 0; // forgets all names

signals:
    void outputReceived(quint64 id, const QByteArray &bytes);
    // An error means that nothing ran (ErrorKind::Sandbox: no sandbox can be built here, and what to do).
    void finished(quint64 id, const vitrine::Result<vitrine::PythonResult> &result);
};

} // namespace vitrine
