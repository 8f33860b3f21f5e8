#include "start/Screenshot.h"

#include "MainWindow.h"
#include "base/Languages.h"
#include "composer/Drafts.h"
#include "images/PictureLoader.h"
#include "scenes/MemoryBackend.h"
#include "scenes/Scene.h"
#include "settings/Settings.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace vitrine {

namespace {
// Pictures arrive from the pool and layouts settle afterwards: quiet for this many looks means done.
constexpr int quietLooks = 6;
} // namespace

int runScreenshot(const CommandLine &options)
{
    loadLanguage(options.language.isEmpty() ? QStringLiteral("en") : options.language);
    SceneClock clock;
    Settings settings({});
    Theme theme;
    theme.followLanguage();
    Drafts drafts({});
    theme.apply(options.theme == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light, false);
    MemoryBackend backend;
    prepareScene(options.scene, backend, clock);
    MainWindow window({backend, settings, theme, drafts, clock, {}, nullptr});
    window.resize(options.size.value_or(QSize(1280, 820)));
    window.show();
    QTimer::singleShot(30, &window, [&] { playScene(options.scene, backend, clock, window); });
    int quiet = -4; // the scene is played first
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] {
        quiet = window.pictures().isIdle() ? quiet + 1 : 0;
        if (quiet < quietLooks)
            return;
        look.stop();
        const bool saved = window.grab().save(options.screenshot, "PNG");
        if (!saved)
            std::fprintf(stderr, "vitrine-desktop: %s cannot be written.\n", qPrintable(options.screenshot));
        QCoreApplication::exit(saved ? 0 : 1);
    });
    look.start(std::chrono::milliseconds(30));
    return QApplication::exec();
}

} // namespace vitrine
