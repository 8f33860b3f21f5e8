#include "base/Logging.h"
#include "connections/Connections.h"
#include "start/Application.h"
#include "start/CommandLine.h"
#include "start/Screenshot.h"

#include <QApplication>

#include <cstdio>
#include <sys/resource.h>

using namespace vitrine;

namespace {

int complain(const Error &error, int status)
{
    std::fprintf(stderr, "vitrine-desktop: %s\n", qPrintable(error.message));
    return status;
}

// Keys pass through this process. It stays dumpable, for the desktop's portal looks at the processes that ask it.
void forbidCoreFiles()
{
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
}

int runWindow(const Result<Profile> &profile, const CommandLine &options, EnvironmentKeys keys)
{
    if (!profile)
        return complain(profile.error(), 1);
    const auto application = Application::create(*profile, options, std::move(keys));
    if (!application)
        return complain(application.error(), 1);
    if (!*application)
        return 0;
    (*application)->show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreFiles();
    installLogHandler();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const Result<CommandLine> options = parseCommandLine(arguments);
    if (!options) {
        std::fprintf(stderr, "vitrine-desktop: %s See --help.\n", qPrintable(options.error().message));
        return 2;
    }
    if (options->what == CommandLine::Do::Help || options->what == CommandLine::Do::Version) {
        std::fputs(options->what == CommandLine::Do::Help ? qPrintable(helpText()) : "vitrine-desktop " VITRINE_VERSION "\n", stdout);
        return 0;
    }
    // Both must be known before the application object exists.
    if (options->what == CommandLine::Do::Screenshot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (options->scale > 1.0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options->scale));
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication::setApplicationName(QStringLiteral("vitrine"));
    QApplication::setApplicationDisplayName(QStringLiteral("Vitrine"));
    QApplication::setApplicationVersion(QStringLiteral(VITRINE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("vitrine"));
    // Before there are threads: the environment is not guarded against readers.
    const bool isWindow = options->what != CommandLine::Do::Screenshot;
    const Result<Profile> profile = isWindow ? openProfile() : Profile();
    EnvironmentKeys keys;
    if (isWindow && profile)
        keys.take(Connections::variables(*profile));
    int count = 1; // ours are read already; Qt's own are not for this program
    QApplication qt(count, argv);
    return isWindow ? runWindow(profile, *options, std::move(keys)) : runScreenshot(*options);
}
