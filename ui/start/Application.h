#pragma once

#include "base/Clock.h"
#include "base/Profile.h"
#include "connections/EnvironmentKeys.h"
#include "start/CommandLine.h"

#include <QObject>

#include <memory>

namespace vitrine {

class Drafts;
class EngineBackend;
class HighlightClient;
class MainWindow;
class ProcessHighlighter;
class Settings;
class SingleInstance;
class Theme;

// Builds the graph of the window for one profile and keeps it together. Interface thread.
class Application final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    // Null inside: another window of the profile took over, there is nothing left to do.
    static Result<std::unique_ptr<Application>> create(const Profile &profile, const CommandLine &options, EnvironmentKeys keys = {});
    ~Application() override;

    MainWindow &window() { return *m_window; }
    EngineBackend &backend() { return *m_backend; }
    Settings &settings() { return *m_settings; }
    void show();

private:
    Application(const Profile &profile, const CommandLine &options);
    void buildWindow();
    void afterFirstPaint();

    Profile m_profile;
    CommandLine m_options;
    SystemClock m_clock;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<EngineBackend> m_backend;
    std::unique_ptr<HighlightClient> m_highlightClient; // starts its process at the first code block
    std::unique_ptr<ProcessHighlighter> m_highlighter;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace vitrine
