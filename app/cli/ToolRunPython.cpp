#include "base/Json.h"
#include "base/Profile.h"
#include "cli/Interrupts.h"
#include "cli/Terminal.h"
#include "cli/ToolRunOptions.h"
#include "sandbox/IPythonSession.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QTemporaryDir>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ToolCommand {
    Q_DECLARE_TR_FUNCTIONS(ToolCommand)
};

using How = PythonResult::How;

QString outcomeOf(How how)
{
    switch (how) {
    case How::Completed:
        return QStringLiteral("ok");
    case How::TimedOut:
        return QStringLiteral("timeout");
    case How::MemoryLimit:
    case How::OutputLimit:
    case How::DiskLimit:
    case How::ProcessLimit:
        return QStringLiteral("limit");
    case How::Raised:
    case How::Exited:
    case How::Killed:
    case How::Interrupted:
        return QStringLiteral("error");
    }
    return {};
}

QString sentenceFor(const PythonResult &result)
{
    switch (result.how) {
    case How::Completed:
        return ToolCommand::tr("completed");
    case How::Raised:
        return ToolCommand::tr("raised: %1").arg(result.error.trimmed().section(QLatin1Char('\n'), -1));
    case How::Exited:
        return ToolCommand::tr("the interpreter ended with status %1").arg(result.exitStatus);
    case How::Killed:
        return ToolCommand::tr("the interpreter was ended by signal %1").arg(result.exitStatus);
    case How::TimedOut:
        return ToolCommand::tr("ended at its time limit");
    case How::MemoryLimit:
        return ToolCommand::tr("ended at its memory limit");
    case How::OutputLimit:
        return ToolCommand::tr("ended at its output limit");
    case How::DiskLimit:
        return ToolCommand::tr("ended at its disk limit");
    case How::ProcessLimit:
        return ToolCommand::tr("ended at its limit of processes");
    case How::Interrupted:
        return ToolCommand::tr("interrupted");
    }
    return {};
}

// What the code made is hostile: a name may point elsewhere, a file may be a pipe.
QJsonObject artifact(const QString &folder, const QString &name)
{
    const int fd = ::open(QFile::encodeName(folder + QLatin1Char('/') + name).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat info = {};
    QFile file;
    if (fd < 0 || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || !file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        if (fd >= 0)
            ::close(fd);
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return {{"name", name}, {"sha256", QString::fromLatin1(hash.result().toHex())}, {"size", qint64(info.st_size)}, {"mime", QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name()}};
}

Result<QString> codeFrom(const ToolRunOptions &options)
{
    if (options.arguments.isEmpty()) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly))
            return fail(ErrorKind::Io, ToolCommand::tr("Standard input cannot be read."));
        return QString::fromUtf8(in.readAll());
    }
    const Result<QJsonObject> arguments = parseJsonObject(options.arguments.toUtf8());
    if (!arguments)
        return tl::unexpected(arguments.error());
    if (!arguments->value(QLatin1String("code")).isString())
        return fail(ErrorKind::InvalidRequest, ToolCommand::tr("The arguments need \"code\", a string."));
    return arguments->value(QLatin1String("code")).toString();
}

int report(const ToolRunOptions &options, const QString &work, const PythonResult &result)
{
    const bool failed = result.how != How::Completed && !(result.how == How::Exited && result.exitStatus == 0);
    const QByteArray value = result.value.value(QStringLiteral("text/plain"));
    if (options.json) {
        QJsonArray artifacts;
        for (const QString &name : result.changedFiles) {
            if (const QJsonObject made = artifact(work, name); !made.isEmpty())
                artifacts.append(made);
        }
        QByteArray output = result.standardOutput;
        if (!value.isEmpty())
            output += value + '\n';
        const int exit = result.how == How::Exited ? result.exitStatus : result.how == How::Killed ? 128 + result.exitStatus : failed ? 1 : 0;
        printLine(QJsonObject{{"outcome", failed ? outcomeOf(result.how) : QStringLiteral("ok")},
                              {"exit", exit},
                              {"stdout", QString::fromUtf8(output)},
                              {"stderr", QString::fromUtf8(result.standardError) + result.error},
                              {"duration_ms", qint64(result.duration.count())},
                              {"dropped_bytes", result.droppedBytes},
                              {"artifacts", artifacts}});
    } else {
        std::fwrite(result.standardOutput.constData(), 1, size_t(result.standardOutput.size()), stdout);
        if (!value.isEmpty())
            printLine(value);
        std::fflush(stdout);
        printNote(QString::fromUtf8(result.standardError) + result.error);
        printNote(ToolCommand::tr("python: %1, %2 ms").arg(sentenceFor(result)).arg(result.duration.count()));
        if (result.droppedBytes > 0)
            printNote(ToolCommand::tr("%1 bytes of output were dropped.").arg(result.droppedBytes));
    }
    return failed ? ExitFailed : ExitDone;
}

} // namespace

int runPythonTool(const ToolRunOptions &options)
{
    const Result<QString> code = codeFrom(options);
    if (!code)
        return printError(code.error());
    Interrupts interrupts;
    QTemporaryDir folder;
    if (!folder.isValid())
        return printError({ErrorKind::Io, ToolCommand::tr("No temporary folder can be made; check the free space and TMPDIR."), Audience::User, {}, false});
    const QString work = !options.workFolder.isEmpty() ? options.workFolder : !options.outFolder.isEmpty() ? options.outFolder : folder.filePath(QStringLiteral("data"));
    const QString uploads = !options.uploadFolder.isEmpty() ? options.uploadFolder : folder.filePath(QStringLiteral("uploads"));
    QDir().mkpath(work);
    QDir().mkpath(uploads);
    const Result<Profile> profile = openProfile();
    IPythonSession session(SandboxPrograms::find(), {work, uploads, profile ? profile->cacheFolder : QString()});
    QObject::connect(&session, &PythonSession::finished, &session, [&](quint64, const Result<PythonResult> &result) {
        QCoreApplication::exit(result ? report(options, work, *result) : printError(result.error()));
    });
    QObject::connect(&interrupts, &Interrupts::interrupted, &session, [&session] { session.interrupt(); });
    QMetaObject::invokeMethod(&session, [&] { session.run(*code, options.limit); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace vitrine
