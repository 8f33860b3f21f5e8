#include "sandbox/SandboxProbe.h"

#include "sandbox/BubblewrapSandbox.h"
#include "sandbox/SandboxProblem.h"

namespace vitrine {

namespace {

bool statusSays(const QByteArray &status, const QByteArray &key, const QByteArray &value)
{
    return status.contains('\n' + key + ":\t" + value + '\n');
}

Done judge(const Result<ChildExit> &result)
{
    if (!result)
        return tl::unexpected(Error{ErrorKind::Sandbox, result.error().message, Audience::User, result.error().detail, false});
    const QByteArray &status = result->standardOutput;
    if (result->how != ChildExit::How::Exited || result->code != 0)
        return tl::unexpected(sandboxProblem(QString::fromUtf8(result->standardError)));
    if (!statusSays(status, "CapEff", "0000000000000000") || !statusSays(status, "Seccomp", "2") ||
        !statusSays(status, "NoNewPrivs", "1"))
        return tl::unexpected(sandboxProblem(QStringLiteral("not sandboxed")));
    return {};
}

} // namespace

SandboxProbe::SandboxProbe(SandboxPrograms programs, QObject *parent)
    : QObject(parent)
    , m_programs(std::move(programs))
{
}

SandboxProbe::~SandboxProbe() = default;

void SandboxProbe::start()
{
    Result<SandboxedCommand> command =
        bubblewrapCommand(m_programs, pythonPolicy({}), {QStringLiteral("/usr/bin/cat"), QStringLiteral("/proc/self/status")});
    if (!command) {
        QMetaObject::invokeMethod(
            this, [this, error = command.error()] { emit finished(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    command->spec.deadline = std::chrono::seconds(20);
    m_descriptors = std::move(command->descriptors);
    m_child = std::make_unique<ChildProcess>();
    connect(m_child.get(), &ChildProcess::finished, this, [this](const Result<ChildExit> &result) {
        m_descriptors.clear();
        emit finished(judge(result));
    });
    m_child->start(command->spec);
}

} // namespace vitrine
