#include "sandbox/PythonInterpreter.h"

#include "sandbox/BubblewrapSandbox.h"
#include "sandbox/FontList.h"
#include "sandbox/PythonDriver.h"
#include "sandbox/SandboxProblem.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/ioctl.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr qint64 chunkBytes = 1 << 16;
constexpr qsizetype complaintBytes = 16 << 10;
constexpr std::chrono::seconds startLimit{60}; // a slow disk and a cold cache; usually half a second

} // namespace

PythonInterpreter::PythonInterpreter(SandboxPrograms programs, PythonFolders folders, SandboxLimits limits, QObject *parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_folders(std::move(folders))
    , m_limits(limits)
{
    m_startLimit.setSingleShot(true);
    m_startLimit.setInterval(startLimit);
    connect(&m_startLimit, &QTimer::timeout, this, &PythonInterpreter::kill);
}

PythonInterpreter::~PythonInterpreter() = default;

void PythonInterpreter::start()
{
    const Done launched = launch();
    if (!launched)
        QMetaObject::invokeMethod(
            this, [this, error = launched.error()] { emit failed(error); }, Qt::QueuedConnection);
}

Done PythonInterpreter::launch()
{
    Result<Pipe> output = createPipe();
    Result<Pipe> errorOutput = createPipe();
    if (!output || !errorOutput)
        return tl::unexpected(output ? errorOutput.error() : output.error());

    // What later sessions trust must be out of reach for the code of this one.
    if (!m_folders.cache.isEmpty() && reachesFrom(m_folders.work, m_folders.cache))
        return fail(ErrorKind::Sandbox,
                    QCoreApplication::translate("Sandbox", "Nothing was run: files of the program itself lie in the work folder %1. Choose another folder.")
                        .arg(m_folders.work));

    SandboxPolicy policy = pythonPolicy(m_folders);
    policy.limits = m_limits;
    const QString driver = QStringLiteral("/run/vitrine/driver.py");
    policy.files.append({driver, pythonDriver()});
    const std::optional<FontList> fonts = m_folders.cache.isEmpty() ? std::nullopt : keptFontList(m_folders.cache);
    m_hasFontList = fonts.has_value();
    if (fonts)
        policy.files.append({QStringLiteral("/run/vitrine/fonts/") + fonts->name, fonts->content});
    Result<SandboxedCommand> command =
        bubblewrapCommand(m_programs, policy,
                          {m_programs.python, QStringLiteral("-I"), driver, QString::number(output->writer.get()),
                           QString::number(errorOutput->writer.get())});
    if (!command)
        return tl::unexpected(command.error());
    ChildSpec spec = command->spec;
    spec.passedDescriptors += {output->writer.get(), errorOutput->writer.get()};
    spec.collectOutput = false;
    spec.closeInput = false;

    m_untilStarted = std::move(command->descriptors);
    m_untilStarted.push_back(std::move(output->writer));
    m_untilStarted.push_back(std::move(errorOutput->writer));
    openOutput(Stream::Output, std::move(output->reader));
    openOutput(Stream::ErrorOutput, std::move(errorOutput->reader));

    m_child = std::make_unique<ChildProcess>();
    connect(m_child.get(), &ChildProcess::started, this, [this] {
        m_untilStarted.clear();
        m_supervisor = std::make_unique<TreeSupervisor>();
        m_supervisor->watch(pid_t(m_child->processId()), m_limits, m_folders.work);
    });
    connect(m_child.get(), &ChildProcess::outputReceived, this, [this](const QByteArray &bytes) {
        if (!m_frames.feed(bytes, [this](const QJsonObject &message) { handle(message); }))
            kill();
    });
    connect(m_child.get(), &ChildProcess::errorOutputReceived, this,
            [this](const QByteArray &bytes) { m_complaint += bytes.left(complaintBytes - m_complaint.size()); });
    connect(m_child.get(), &ChildProcess::finished, this, &PythonInterpreter::childFinished);
    m_startLimit.start();
    m_child->start(spec);
    return {};
}

void PythonInterpreter::openOutput(Stream stream, Descriptor reader)
{
    OutputPipe &pipe = m_output[size_t(stream)];
    pipe.reader = std::move(reader);
    pipe.notifier = std::make_unique<QSocketNotifier>(pipe.reader.get(), QSocketNotifier::Read);
    connect(pipe.notifier.get(), &QSocketNotifier::activated, this, [this, stream] { readOutput(stream, chunkBytes); });
}

void PythonInterpreter::readOutput(Stream stream, qint64 most)
{
    OutputPipe &pipe = m_output[size_t(stream)];
    while (most > 0) {
        QByteArray bytes(qMin(most, chunkBytes), Qt::Uninitialized);
        const ssize_t size = ::read(pipe.reader.get(), bytes.data(), size_t(bytes.size()));
        if (size <= 0) {
            if (size == 0) // nobody holds the other end any more; a notifier would fire for ever
                pipe.notifier->setEnabled(false);
            return;
        }
        bytes.truncate(size);
        most -= size;
        if (m_ready)
            emit outputReceived(stream, bytes);
        else
            m_complaint += bytes.left(complaintBytes - m_complaint.size());
    }
}

void PythonInterpreter::drainOutput()
{
    for (const Stream stream : {Stream::Output, Stream::ErrorOutput}) {
        int waiting = 0;
        // Only what is there now: a thread of the code may go on writing.
        if (ioctl(m_output[size_t(stream)].reader.get(), FIONREAD, &waiting) == 0)
            readOutput(stream, waiting);
    }
}

void PythonInterpreter::run(const QString &code, qint64 bytesOnDisk)
{
    m_supervisor->countDiskFrom(bytesOnDisk);
    m_supervisor->setPace(TreeSupervisor::Pace::Running);
    m_child->write(frame({{QStringLiteral("op"), QStringLiteral("run")}, {QStringLiteral("code"), code}}));
}

void PythonInterpreter::interrupt()
{
    m_child->write(frame({{QStringLiteral("op"), QStringLiteral("interrupt")}}));
}

void PythonInterpreter::kill()
{
    if (m_child)
        m_child->stop();
}

void PythonInterpreter::handle(const QJsonObject &message)
{
    const QString op = message.value(QLatin1String("op")).toString();
    if (op == QLatin1String("ready") && !m_ready) {
        m_startLimit.stop();
        drainOutput(); // warnings of the start belong to nobody
        m_ready = true;
        emit ready();
    } else if (op == QLatin1String("exit")) {
        if (message.contains(QLatin1String("signal")))
            m_end.signal = message.value(QLatin1String("signal")).toInt();
        else
            m_end.exitStatus = message.value(QLatin1String("code")).toInt();
    } else if (m_ready) {
        if (op == QLatin1String("done"))
            m_supervisor->setPace(TreeSupervisor::Pace::Idle);
        emit messageReceived(message);
    }
}

void PythonInterpreter::childFinished(const Result<ChildExit> &result)
{
    m_startLimit.stop();
    m_untilStarted.clear();
    drainOutput();
    if (!m_ready) {
        if (!result)
            emit failed(Error{ErrorKind::Sandbox, result.error().message, Audience::User, result.error().detail, false});
        else
            emit failed(sandboxProblem(QString::fromUtf8(m_complaint)));
        return;
    }
    if (const std::optional<TreeLimit> limit = m_supervisor->exceeded())
        m_end = {{}, {}, limit};
    emit ended(m_end);
}

} // namespace vitrine
