#include "highlight/HighlightWorker.h"

#include "base/Json.h"
#include "base/Logging.h"
#include "highlighter/HighlightProtocol.h"

#include <QLoggingCategory>

#include <algorithm>
#include <optional>

#include <ctime>

namespace vitrine {

Q_LOGGING_CATEGORY(logHighlight, "vitrine.highlight", QtWarningMsg)

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longestRest = 30s;

// Measured with KF5 5.103: 77 MB of address space at most. No file may be written and nothing beside the pipes is needed,
// except that Qt and the library read their own data.
ChildLimits limits()
{
    ChildLimits limits;
    limits.addressSpaceBytes = qint64(256) << 20;
    limits.cpuSeconds = 120;
    limits.fileBytes = 0;
    limits.openFiles = 32;
    return limits;
}

// What a process that we did not wait for yet has computed so far.
std::optional<std::chrono::nanoseconds> processorTimeOf(qint64 pid)
{
    clockid_t clock{};
    timespec time{};
    if (pid <= 0 || clock_getcpuclockid(pid_t(pid), &clock) != 0 || clock_gettime(clock, &time) != 0)
        return std::nullopt;
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

HighlightWorker::HighlightWorker(const HighlightOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    for (QTimer *timer : {&m_deadline, &m_rest, &m_idle})
        timer->setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HighlightWorker::checkDeadline);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        dropProcess();
        m_state = State::Off;
    });
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_state = State::Off;
        emit rested();
    });
}

void HighlightWorker::send(const Job &job)
{
    Q_ASSERT(m_state == State::Off || m_state == State::Ready);
    m_job = job;
    m_idle.stop();
    if (m_state == State::Ready)
        sendJob();
    else
        startProcess();
}

void HighlightWorker::startProcess()
{
    m_state = State::Starting;
    m_input.clear();
    m_process = new ChildProcess(this);
    connect(m_process, &ChildProcess::outputReceived, this, &HighlightWorker::read);
    connect(m_process, &ChildProcess::finished, this, [this](const Result<ChildExit> &result) {
        // Its standard error goes unread on purpose: it may repeat the text.
        fail(result ? QStringLiteral("ended with %1").arg(result->code) : result.error().message);
    });
    ChildSpec spec;
    spec.program = m_options.program;
    spec.arguments = m_options.arguments;
    spec.environment = {{QStringLiteral("LANG"), QStringLiteral("C.UTF-8")}};
    spec.limits = limits();
    spec.collectOutput = false;
    spec.closeInput = false;
    m_deadline.start(m_options.startDeadline);
    m_process->start(spec);
}

void HighlightWorker::sendJob()
{
    m_state = State::Working;
    m_wait.start();
    m_usedBefore = processorTimeOf(m_process->processId()).value_or(0ns);
    m_deadline.start(std::min(m_options.deadline, m_options.longestWait));
    m_process->write(toJson(QJsonObject{{"id", ++m_id}, {"block", QString::number(m_job.block)}, {"language", m_job.language}, {"first", m_job.firstLine}, {"text", m_job.text}}) + '\n');
}

void HighlightWorker::checkDeadline()
{
    if (m_state == State::Working) {
        const auto used = processorTimeOf(m_process->processId());
        const auto timeLeft = used ? m_options.deadline - std::chrono::floor<std::chrono::milliseconds>(*used - m_usedBefore) : 0ms;
        const auto waitLeft = m_options.longestWait - std::chrono::milliseconds(m_wait.elapsed());
        if (timeLeft > 0ms && waitLeft > 0ms)
            return m_deadline.start(std::min(timeLeft, waitLeft));
    }
    fail(QStringLiteral("no answer in time"));
}

void HighlightWorker::read(const QByteArray &bytes)
{
    m_input += bytes;
    // One line answers one request, so there is never more than one to take.
    const qsizetype end = m_input.indexOf('\n', m_input.size() - bytes.size());
    if (end < 0 && m_input.size() <= highlight::maxReplyBytes)
        return;
    if (end < 0 || end != m_input.size() - 1 || !isBusy())
        return fail(QStringLiteral("it says more than was asked"));
    readLine(std::exchange(m_input, {}).left(end));
}

void HighlightWorker::readLine(const QByteArray &line)
{
    m_deadline.stop();
    if (m_state == State::Starting) {
        const Result<HighlightHello> hello = parseHello(line);
        if (!hello)
            return fail(hello.error().message);
        m_hello = *hello;
        emit started();
        return sendJob();
    }
    const Result<HighlightAnswer> answer = parseAnswer(line, m_id, m_job.text.size(), m_hello.styles.size());
    if (!answer)
        return fail(answer.error().message);
    m_failures = 0;
    m_state = State::Ready;
    m_idle.start(m_options.idle);
    emit answered(*answer);
}

void HighlightWorker::fail(const QString &why)
{
    const bool wasBusy = isBusy();
    const bool byTheText = m_state == State::Working;
    qCInfo(logHighlight) << why;
    dropProcess();
    m_state = State::Resting;
    m_rest.start(std::min(longestRest, m_options.firstRest * (1 << std::min(m_failures, 10))));
    ++m_failures;
    if (wasBusy)
        emit failed(byTheText);
}

void HighlightWorker::dropProcess()
{
    m_deadline.stop();
    m_idle.stop();
    m_input.clear();
    if (!m_process)
        return;
    // It may be its own signal that led here.
    m_process->disconnect(this);
    m_process->stop();
    m_process->deleteLater();
    m_process = nullptr;
}

} // namespace vitrine
