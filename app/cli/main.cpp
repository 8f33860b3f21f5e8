#include "base/Languages.h"
#include "base/Logging.h"
#include "cli/ConversationsCommand.h"
#include "cli/DecodeCommand.h"
#include "cli/DoctorCommand.h"
#include "cli/ExecCommand.h"
#include "cli/ModelsCommand.h"
#include "cli/OfflineServerCommand.h"
#include "cli/ProvidersCommand.h"
#include "cli/Terminal.h"
#include "cli/ToolCommand.h"

#include <QCoreApplication>

#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace vitrine;

namespace {

struct Command {
    const char *name;
    int (*run)(const QStringList &arguments);
    const char *summary;
};

constexpr Command commands[] = {
    {"exec", runExec, QT_TRANSLATE_NOOP("main", "ask one question and print the answer")},
    {"decode", runDecode, QT_TRANSLATE_NOOP("main", "say what a recorded answer of an API holds")},
    {"providers", runProviders, QT_TRANSLATE_NOOP("main", "connect providers, list, test and remove them")},
    {"tool", runTool, QT_TRANSLATE_NOOP("main", "list the tools, or run one")},
    {"conversations", runConversations, QT_TRANSLATE_NOOP("main", "list conversations, or show one")},
    {"models", runModels, QT_TRANSLATE_NOOP("main", "list the models that are known, and what they can do")},
    {"offline-server", runOfflineServer, QT_TRANSLATE_NOOP("main", "serve the offline assistant on this machine")},
    {"doctor", runDoctor, QT_TRANSLATE_NOOP("main", "say what works here and what is missing")},
};

void printHelp()
{
    std::printf("%s\n\n", qPrintable(QCoreApplication::translate("main", "Usage: vitrine COMMAND [OPTIONS]; vitrine COMMAND --help says more.")));
    for (const Command &command : commands)
        std::printf("  %-16s %s\n", command.name, qPrintable(QCoreApplication::translate("main", command.summary)));
}

} // namespace

int main(int argc, char **argv)
{
    // Keys pass through this process: no core file, and no other process of the same user reads its memory.
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vitrine"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VITRINE_VERSION));
    installLogHandler();
    loadLanguage({});

    const QStringList arguments = application.arguments();
    const QString name = arguments.value(1);
    if (name == QLatin1String("--version")) {
        std::printf("vitrine %s\n", VITRINE_VERSION);
        return ExitDone;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h") || name == QLatin1String("help")) {
        printHelp();
        return ExitDone;
    }
    for (const Command &command : commands) {
        if (name == QLatin1String(command.name))
            return command.run(arguments.mid(2));
    }
    if (name.isEmpty())
        return printUsage(QCoreApplication::translate("main", "A command is missing; vitrine --help lists them."));
    return printUsage(QCoreApplication::translate("main", "Unknown command \"%1\"; vitrine --help lists them.").arg(name));
}
