#include "start/Application.h"
#include "start/CommandLine.h"
#include "start/Screenshot.h"
#include "base/Logging.h"

#include <QApplication>

#include <cstdio>

using namespace vitrine;

namespace {

int complain(const Error &error, int status)
{
    std::fprintf(stderr, "vitrine-desktop: %s\n", qPrintable(error.message));
    return status;
}

int runWindow(const CommandLine &options)
{
    const Result<Profile> profile = openProfile();
    if (!profile)
        return complain(profile.error(), 1);
    const auto application = Application::create(*profile, options);
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
    int count = 1; // ours are read already; Qt's own are not for this program
    QApplication qt(count, argv);
    return options->what == CommandLine::Do::Screenshot ? runScreenshot(*options) : runWindow(*options);
}
