#include "imaging/ImagerWorker.h"

#include "base/Logging.h"
#include "imager/ImagerProtocol.h"
#include "imaging/ImagerWire.h"

#include <sys/socket.h>
#include <unistd.h>

namespace vitrine {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::optional<qint64> addressSpace; // the sanitizer's shadow alone takes terabytes of it
#else
constexpr std::optional<qint64> addressSpace = 3LL << 30;
#endif
// The program hands over to a fresh one after half of this; see imager/Server.cpp.
constexpr qint64 cpuSeconds = 600;

ChildSpec specFor(const QString &program, int socket)
{
    ChildSpec spec;
    spec.program = program;
    spec.arguments = {QString::number(socket)};
    spec.passedDescriptors = {socket};
    // Two workers share the machine with the window; threads inside tesseract would only fight each other.
    spec.environment = {{QStringLiteral("LANG"), QStringLiteral("C.UTF-8")}, {QStringLiteral("OMP_THREAD_LIMIT"), QStringLiteral("1")}};
    for (const char *name : {"TESSDATA_PREFIX", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            spec.environment.insert(QLatin1String(name), qEnvironmentVariable(name));
    }
    spec.limits.addressSpaceBytes = addressSpace;
    spec.limits.cpuSeconds = cpuSeconds;
    spec.limits.fileBytes = imager::maxReplyBytes; // memory files count; real ones cannot be opened for writing
    spec.limits.openFiles = 64;
    spec.outputLimit = 64 * 1024;
    return spec;
}

} // namespace

ImagerWorker::ImagerWorker(const QString &program, std::chrono::milliseconds idle, QObject *parent)
    : QObject(parent)
    , m_program(program)
{
    m_deadline.setSingleShot(true);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idle);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_missedDeadline = true;
        stop();
    });
    connect(&m_idle, &QTimer::timeout, this, &ImagerWorker::stop);
    connect(&m_process, &ChildProcess::finished, this, &ImagerWorker::finish);
}

ImagerWorker::~ImagerWorker()
{
    m_notifier.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

Done ImagerWorker::start()
{
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(ErrorKind::Io, tr("The picture program could not be started; close some files and try again."), QString::fromLocal8Bit(std::strerror(errno)));
    m_socket = ends[0];
    m_process.start(specFor(m_program, ends[1]));
    // The child has its copy already: the fork is over when start() returns.
    ::close(ends[1]);
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ImagerWorker::read);
    return {};
}

Done ImagerWorker::run(ImageService::RequestId id, const ImageRequest &request, int picture, std::chrono::milliseconds deadline)
{
    const Result<bool> sent = imagerwire::send(m_socket, id, request, picture);
    if (!sent)
        return tl::unexpected(sent.error());
    m_busyWith = id;
    m_tookRequest = *sent; // if not, its end is on the way and says why
    m_lastPath = request.inputPath;
    m_idle.stop();
    m_deadline.start(deadline);
    return {};
}

void ImagerWorker::stop()
{
    m_isLeaving = true;
    m_process.stop();
}

void ImagerWorker::read()
{
    const Result<std::optional<imagerwire::Received>> received = imagerwire::receive(m_socket);
    if (received && !*received) {
        // Closed: the process has ended or is about to; its end tells the rest.
        m_notifier->setEnabled(false);
        m_isLeaving = true;
        return;
    }
    if (!received || (*received)->id != m_busyWith) {
        qCWarning(logProcess) << "imager answer refused" << (received ? QStringLiteral("wrong id") : received.error().detail);
        m_notifier->setEnabled(false);
        m_wasMalformed = true;
        stop();
        return;
    }
    m_busyWith = 0;
    m_tookRequest = false;
    m_deadline.stop();
    m_idle.start();
    emit answered((*received)->reply);
}

void ImagerWorker::finish(const Result<ChildExit> &result)
{
    m_notifier->setEnabled(false);
    m_deadline.stop();
    m_idle.stop();
    Error reason{ErrorKind::Bug, tr("The picture program ended unexpectedly; try again, or try another picture."), Audience::User, {}, true};
    if (!result) {
        reason = result.error();
    } else {
        reason.detail = redacted(QString::fromUtf8(result->standardError.left(2000)).trimmed());
        if (m_missedDeadline)
            reason = {ErrorKind::Timeout, tr("The picture took too long and was given up; try a smaller part of it."), Audience::User, {}, true};
        else if (m_wasMalformed)
            reason.message = tr("The picture program gave an answer that makes no sense; try again.");
    }
    const bool retired = result && result->how == ChildExit::How::Exited && result->code == 0;
    emit ended(m_tookRequest && !retired, reason);
}

} // namespace vitrine
