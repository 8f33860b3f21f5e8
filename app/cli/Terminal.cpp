#include "cli/Terminal.h"

#include "base/Json.h"
#include "base/Logging.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace vitrine {

void printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void printLine(const QJsonObject &object)
{
    printLine(toJson(object));
}

void printNote(const QString &text)
{
    std::fprintf(stderr, "%s\n", harmless(text).toUtf8().constData());
}

int printError(const Error &error)
{
    printNote(QStringLiteral("vitrine: ") + redacted(error.message));
    return ExitFailed;
}

int printUsage(const QString &sentence)
{
    printNote(QStringLiteral("vitrine: ") + sentence);
    return ExitUsage;
}

QString harmless(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code < 0xa0);
        if (control)
            result += QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result;
}

bool parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments, int &status)
{
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")}, QCoreApplication::translate("Terminal", "Show this help."));
    parser.addOption(help);
    if (!parser.parse(QStringList{QStringLiteral("vitrine ") + command} + arguments)) {
        status = printUsage(QCoreApplication::translate("Terminal", "%1 See vitrine %2 --help.").arg(parser.errorText(), command));
        return false;
    }
    if (parser.isSet(help)) {
        // The parser prints the program's name only; the commands have names of their own.
        QString text = parser.helpText();
        text.replace(QCoreApplication::applicationFilePath(), QStringLiteral("vitrine ") + command);
        std::fputs(text.toUtf8().constData(), stdout);
        status = ExitDone;
        return false;
    }
    return true;
}

} // namespace vitrine
