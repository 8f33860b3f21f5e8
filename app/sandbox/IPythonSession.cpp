#include "sandbox/IPythonSession.h"

#include "base/Logging.h"

#include <QFuture>
#include <QJsonObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace vitrine {

namespace {

// Looks at the folder on another thread: it may be large. The answer comes on `context`'s thread, unless that is gone by then.
template<class Callback>
void takeSnapshot(const QString &folder, QObject *context, Callback callback)
{
    const auto promise = std::make_shared<QPromise<FolderSnapshot>>();
    promise->start();
    promise->future().then(context, std::move(callback));
    QThreadPool::globalInstance()->start([folder, promise] {
        promise->addResult(FolderSnapshot::take(folder));
        promise->finish();
    });
}

MimeBundle bundleFrom(const QJsonObject &data)
{
    MimeBundle bundle;
    for (auto it = data.begin(); it != data.end(); ++it) {
        const QJsonObject value = it.value().toObject();
        if (value.contains(QLatin1String("base64")))
            bundle.insert(it.key(), QByteArray::fromBase64(value.value(QLatin1String("base64")).toString().toLatin1()));
        else
            bundle.insert(it.key(), value.value(QLatin1String("text")).toString().toUtf8());
    }
    return bundle;
}

qint64 sizeOf(const MimeBundle &bundle)
{
    qint64 size = 0;
    for (const QByteArray &bytes : bundle)
        size += bytes.size();
    return size;
}

PythonResult::How howFrom(TreeLimit limit)
{
    switch (limit) {
    case TreeLimit::Memory:
        return PythonResult::How::MemoryLimit;
    case TreeLimit::Processes:
        return PythonResult::How::ProcessLimit;
    case TreeLimit::Disk:
        return PythonResult::How::DiskLimit;
    }
    Q_UNREACHABLE();
}

PythonResult::How howFrom(const QString &word)
{
    if (word == QLatin1String("completed"))
        return PythonResult::How::Completed;
    if (word == QLatin1String("exited"))
        return PythonResult::How::Exited;
    if (word == QLatin1String("interrupted"))
        return PythonResult::How::Interrupted;
    if (word == QLatin1String("memory"))
        return PythonResult::How::MemoryLimit;
    return PythonResult::How::Raised;
}

} // namespace

IPythonSession::IPythonSession(SandboxPrograms programs, PythonFolders folders, QObject *parent)
    : PythonSession(parent)
    , m_programs(std::move(programs))
    , m_folders(std::move(folders))
{
    m_runLimit.setSingleShot(true);
    m_killDelay.setSingleShot(true);
    m_killDelay.setInterval(std::chrono::seconds(1));
    connect(&m_runLimit, &QTimer::timeout, this, [this] { interruptBecause(PythonResult::How::TimedOut); });
    connect(&m_killDelay, &QTimer::timeout, this, [this] {
        if (m_interpreter)
            m_interpreter->kill();
    });
}

IPythonSession::~IPythonSession() = default;

void IPythonSession::start()
{
    if (m_interpreter)
        return;
    m_interpreter = std::make_unique<PythonInterpreter>(m_programs, m_folders, m_limits);
    PythonInterpreter *interpreter = m_interpreter.get();
    connect(interpreter, &PythonInterpreter::ready, this, &IPythonSession::makeFontList);
    connect(interpreter, &PythonInterpreter::ready, this, &IPythonSession::startNext);
    connect(interpreter, &PythonInterpreter::messageReceived, this, &IPythonSession::handle);
    connect(interpreter, &PythonInterpreter::outputReceived, this, &IPythonSession::take);
    connect(interpreter, &PythonInterpreter::failed, this, &IPythonSession::interpreterFailed);
    connect(interpreter, &PythonInterpreter::ended, this, &IPythonSession::interpreterEnded);
    interpreter->start();
}

// Beside the first session, which does without.
void IPythonSession::makeFontList()
{
    if (m_fonts || m_folders.cache.isEmpty() || m_interpreter->hasFontList())
        return;
    m_fonts = std::make_unique<FontListMaker>(m_programs, m_folders.cache);
    connect(m_fonts.get(), &FontListMaker::finished, this, [](const Done &kept) {
        if (!kept)
            qCInfo(logProcess) << kept.error().message << kept.error().detail;
    });
    m_fonts->start();
}

quint64 IPythonSession::run(const QString &code, std::chrono::milliseconds limit)
{
    m_waiting.append({++m_lastId, code, limit});
    start();
    // Later, so that the caller knows the id before anything is told about it.
    QMetaObject::invokeMethod(this, &IPythonSession::startNext, Qt::QueuedConnection);
    return m_lastId;
}

void IPythonSession::startNext()
{
    if (m_current || m_waiting.isEmpty() || !m_interpreter || !m_interpreter->isReady())
        return;
    m_current = Current{}; // not emplace(): clang 14 takes a class of this class for one without a constructor
    m_current->request = m_waiting.takeFirst();
    m_current->result.startedFresh = std::exchange(m_namesWereLost, false);
    takeSnapshot(m_folders.work, this, [this, id = m_current->request.id](FolderSnapshot before) {
        if (m_current && m_current->request.id == id && m_interpreter)
            send(std::move(before));
    });
}

void IPythonSession::send(FolderSnapshot before)
{
    if (m_current->endedBecause) { // interrupted before it began
        m_current->before = before;
        m_current->result.how = *m_current->endedBecause;
        finishCurrent();
        return;
    }
    const qint64 bytesOnDisk = before.bytesOnDisk;
    m_current->before = std::move(before);
    m_current->sent = true;
    m_current->timer.start();
    m_interpreter->run(m_current->request.code, bytesOnDisk);
    if (m_current->request.limit.count() > 0)
        m_runLimit.start(m_current->request.limit);
}

void IPythonSession::interrupt()
{
    interruptBecause(PythonResult::How::Interrupted);
}

void IPythonSession::cancel(quint64 id)
{
    if (m_current && m_current->request.id == id)
        return interrupt();
    const qsizetype removed = m_waiting.removeIf([id](const Request &request) { return request.id == id; });
    if (removed > 0)
        QMetaObject::invokeMethod(
            this, [this, id] { emit finished(id, fail(ErrorKind::Cancelled, tr("Stopped before it ran."))); },
            Qt::QueuedConnection);
}

void IPythonSession::interruptBecause(PythonResult::How how)
{
    if (!m_current || m_current->endedBecause)
        return;
    m_current->endedBecause = how;
    if (!m_current->sent)
        return;
    m_interpreter->interrupt();
    m_killDelay.start();
}

void IPythonSession::restart()
{
    if (m_current && m_current->sent) {
        if (!m_current->endedBecause)
            m_current->endedBecause = PythonResult::How::Interrupted;
        m_interpreter->kill(); // interpreterEnded() goes on from here
        return;
    }
    dropInterpreter();
    start();
}

void IPythonSession::take(PythonInterpreter::Stream stream, const QByteArray &bytes)
{
    if (!m_current) // a thread that an earlier run left behind
        return;
    PythonResult &result = m_current->result;
    QByteArray &kept = stream == PythonInterpreter::Stream::Output ? result.standardOutput : result.standardError;
    const qint64 room = keptOutputBytes - result.standardOutput.size() - result.standardError.size();
    const QByteArray fitting = bytes.left(qMax<qint64>(0, room));
    result.droppedBytes += bytes.size() - fitting.size();
    if (!fitting.isEmpty()) {
        kept += fitting;
        emit outputReceived(m_current->request.id, fitting);
    }
    if (result.droppedBytes > outputLimitBytes && !m_current->endedBecause) {
        m_current->endedBecause = PythonResult::How::OutputLimit;
        m_interpreter->kill();
    }
}

void IPythonSession::handle(const QJsonObject &message)
{
    if (!m_current)
        return;
    const QString op = message.value(QLatin1String("op")).toString();
    const QJsonObject data = message.value(QLatin1String("data")).toObject();
    if (op == QLatin1String("display")) {
        addDisplay(data);
    } else if (op == QLatin1String("value")) {
        m_current->result.value = bundleFrom(data);
    } else if (op == QLatin1String("error")) {
        m_current->result.errorName = message.value(QLatin1String("name")).toString().left(200);
        m_current->result.error = message.value(QLatin1String("lines")).toString();
    } else if (op == QLatin1String("done")) {
        complete(message);
    }
}

void IPythonSession::addDisplay(const QJsonObject &data)
{
    const MimeBundle bundle = bundleFrom(data);
    const qint64 size = sizeOf(bundle);
    if (m_current->displayBytes + size > keptDisplayBytes) {
        m_current->result.droppedBytes += size;
        return;
    }
    m_current->displayBytes += size;
    m_current->result.displays.append(bundle);
}

void IPythonSession::complete(const QJsonObject &message)
{
    m_interpreter->drainOutput();
    PythonResult &result = m_current->result;
    result.how = howFrom(message.value(QLatin1String("how")).toString());
    result.exitStatus = message.value(QLatin1String("status")).toInt();
    // Code may catch the interrupt and end in its own way; what counts is that it was not left to end by itself.
    if (m_current->endedBecause)
        result.how = *m_current->endedBecause;
    finishCurrent();
}

void IPythonSession::interpreterFailed(const Error &error)
{
    dropInterpreter();
    QList<Request> requests = std::exchange(m_waiting, {});
    for (const Request &request : requests)
        emit finished(request.id, tl::unexpected(error));
}

void IPythonSession::interpreterEnded(const PythonInterpreter::End &end)
{
    m_namesWereLost = true;
    dropInterpreter();
    if (!m_current || !m_current->sent) {
        // It died between two runs. What waits gets a new one; a run not yet handed over goes back to the head of the queue.
        if (m_current) {
            m_waiting.prepend(m_current->request);
            m_current.reset();
        }
        if (!m_waiting.isEmpty())
            start();
        return;
    }
    PythonResult &result = m_current->result;
    result.namesLost = true;
    if (end.limit) {
        result.how = howFrom(*end.limit);
    } else if (m_current->endedBecause) {
        result.how = *m_current->endedBecause;
    } else if (end.exitStatus) {
        result.how = PythonResult::How::Exited;
        result.exitStatus = *end.exitStatus;
    } else {
        result.how = PythonResult::How::Killed;
        result.exitStatus = end.signal.value_or(9);
    }
    finishCurrent();
}

void IPythonSession::finishCurrent()
{
    m_runLimit.stop();
    m_killDelay.stop();
    Current &current = *m_current;
    if (current.sent)
        current.result.duration = std::chrono::milliseconds(current.timer.elapsed());
    current.sent = false;
    takeSnapshot(m_folders.work, this, [this, id = current.request.id](FolderSnapshot after) {
        if (!m_current || m_current->request.id != id)
            return;
        m_current->result.changedFiles = changedFiles(m_current->before, after);
        const PythonResult result = std::move(m_current->result);
        m_current.reset();
        if (!m_waiting.isEmpty())
            start();
        emit finished(id, result);
        startNext();
    });
}

void IPythonSession::dropInterpreter()
{
    if (!m_interpreter)
        return;
    m_interpreter->disconnect(this);
    m_interpreter.release()->deleteLater(); // it may be the one that is calling
}

} // namespace vitrine
