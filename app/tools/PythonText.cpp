#include "tools/PythonText.h"

#include <csignal>

namespace vitrine {

namespace {

const QString plainText = QStringLiteral("text/plain");

bool isPicture(const MimeBundle &bundle)
{
    return bundle.contains(QStringLiteral("image/png")) || bundle.contains(QStringLiteral("image/jpeg"));
}

void append(QByteArray &text, const QByteArray &part)
{
    if (part.isEmpty())
        return;
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    text += part;
}

QString signalName(int number)
{
    switch (number) {
    case SIGABRT:
        return QStringLiteral("SIGABRT, abort");
    case SIGSEGV:
        return QStringLiteral("SIGSEGV, invalid memory access");
    case SIGSYS:
        return QStringLiteral("SIGSYS, a system call that the sandbox does not allow");
    case SIGKILL:
        return QStringLiteral("SIGKILL");
    case SIGFPE:
        return QStringLiteral("SIGFPE, arithmetic fault");
    case SIGBUS:
        return QStringLiteral("SIGBUS");
    default:
        return QStringLiteral("number %1").arg(number);
    }
}

QString endingOf(const PythonResult &result)
{
    using How = PythonResult::How;
    switch (result.how) {
    case How::Completed:
        return {};
    case How::Raised:
        if (result.errorName == QLatin1String("SyntaxError") || result.errorName == QLatin1String("IndentationError"))
            return QStringLiteral("The code has a syntax error; nothing of it ran.");
        return QStringLiteral("The code raised %1.").arg(result.errorName);
    case How::Exited:
        return QStringLiteral("The code ended with exit status %1.").arg(result.exitStatus);
    case How::Killed:
        return QStringLiteral("The interpreter was killed by a signal (%1).").arg(signalName(result.exitStatus));
    case How::TimedOut:
        return QStringLiteral("Stopped at the time limit after %1 s.").arg(double(result.duration.count()) / 1000, 0, 'f', 1);
    case How::MemoryLimit:
        return QStringLiteral("Stopped at the memory limit (2 GiB for all processes together).");
    case How::ProcessLimit:
        return QStringLiteral("Stopped at the process limit (96).");
    case How::OutputLimit:
        return QStringLiteral("Stopped: far too much output.");
    case How::DiskLimit:
        return QStringLiteral("Stopped at the disk limit (1 GiB of new data in one call).");
    case How::Interrupted:
        return QStringLiteral("Stopped by the user.");
    }
    Q_UNREACHABLE();
}

bool startsCharacter(char byte)
{
    return (uchar(byte) & 0xC0) != 0x80;
}

} // namespace

QByteArray pythonOutput(const PythonResult &result)
{
    QByteArray text = result.standardOutput;
    for (const MimeBundle &display : result.displays) {
        if (!isPicture(display))
            append(text, display.value(plainText));
    }
    if (!isPicture(result.value))
        append(text, result.value.value(plainText));
    append(text, result.standardError);
    append(text, result.error.toUtf8());
    return text;
}

QString pythonEnding(const PythonResult &result)
{
    QStringList sentences;
    if (result.startedFresh)
        sentences.append(
            QStringLiteral("The interpreter was new for this call: variables of earlier calls are gone, files are kept."));
    if (const QString ending = endingOf(result); !ending.isEmpty())
        sentences.append(ending);
    if (result.namesLost)
        sentences.append(QStringLiteral("The interpreter ended: all variables and imports are gone; files are kept."));
    return sentences.join(QLatin1Char(' '));
}

Outcome outcomeOf(PythonResult::How how)
{
    using How = PythonResult::How;
    switch (how) {
    case How::Completed:
        return Outcome::Ok;
    case How::Raised:
    case How::Exited:
    case How::Killed:
    case How::Interrupted:
        return Outcome::Error;
    case How::TimedOut:
        return Outcome::Timeout;
    case How::MemoryLimit:
    case How::ProcessLimit:
    case How::OutputLimit:
    case How::DiskLimit:
        return Outcome::Limit;
    }
    Q_UNREACHABLE();
}

std::optional<int> exitOf(const PythonResult &result)
{
    using How = PythonResult::How;
    switch (result.how) {
    case How::Completed:
        return 0;
    case How::Raised:
        return 1;
    case How::Exited:
        return result.exitStatus;
    case How::Killed:
        return 128 + result.exitStatus;
    case How::Interrupted:
        return 128 + SIGINT;
    case How::TimedOut:
    case How::MemoryLimit:
    case How::ProcessLimit:
    case How::OutputLimit:
    case How::DiskLimit:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

CutText cutInTheMiddle(const QByteArray &bytes, qint64 dropped, qint64 mostBytes)
{
    if (bytes.size() <= mostBytes && dropped == 0)
        return {QString::fromUtf8(bytes), bytes.size(), true};
    qsizetype head = qMin<qsizetype>(bytes.size(), mostBytes / 2);
    qsizetype tail = qMax<qsizetype>(head, bytes.size() - mostBytes / 2);
    // Never through a character.
    while (head > 0 && head < bytes.size() && !startsCharacter(bytes.at(head)))
        --head;
    while (tail < bytes.size() && !startsCharacter(bytes.at(tail)))
        ++tail;
    const qint64 given = head + bytes.size() - tail;
    QStringList notes;
    if (tail > head)
        notes.append(QStringLiteral("%1 bytes left out here").arg(tail - head));
    if (dropped > 0)
        notes.append(QStringLiteral("%1 bytes of output beyond the first MiB were dropped").arg(dropped));
    const QString note = QStringLiteral("\n[... %1 ...]\n").arg(notes.join(QStringLiteral("; ")));
    return {QString::fromUtf8(bytes.first(head)) + note + QString::fromUtf8(bytes.sliced(tail)), given, false};
}

} // namespace vitrine
