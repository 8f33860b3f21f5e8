#include "start/Application.h"

#include "MainWindow.h"
#include "backend/EngineBackend.h"
#include "base/Languages.h"
#include "composer/Drafts.h"
#include "highlight/HighlightClient.h"
#include "page/ConversationPage.h"
#include "settings/Settings.h"
#include "start/SingleInstance.h"
#include "theme/Theme.h"
#include "transcript/ProcessHighlighter.h"

namespace vitrine {

Result<std::unique_ptr<Application>> Application::create(const Profile &profile, const CommandLine &options, EnvironmentKeys keys)
{
    std::unique_ptr<Application> application(new Application(profile, options));
    const Result<SingleInstance::Role> role = application->m_instance->begin(options.files);
    if (!role)
        return tl::unexpected(role.error());
    if (*role == SingleInstance::Role::HandedOver)
        return nullptr;
    auto backend = EngineBackend::create(profile, application->m_clock, std::move(keys));
    if (!backend)
        return tl::unexpected(backend.error());
    application->m_backend = std::move(*backend);
    application->buildWindow();
    return application;
}

Application::Application(const Profile &profile, const CommandLine &options)
    : m_profile(profile)
    , m_options(options)
    , m_instance(std::make_unique<SingleInstance>(profile.dataFolder))
    , m_settings(std::make_unique<Settings>(profile.settingsFile))
    , m_theme(std::make_unique<Theme>())
    , m_drafts(std::make_unique<Drafts>(profile.dataFolder + QLatin1String("/drafts.json")))
{
    m_highlightClient = std::make_unique<HighlightClient>();
    m_highlighter = std::make_unique<ProcessHighlighter>(*m_highlightClient);
    loadLanguage(options.language.isEmpty() ? m_settings->language : options.language);
    m_theme->followLanguage();
    m_theme->apply(themeChoiceFromString(options.theme).value_or(m_settings->theme), m_settings->systemDark);
    connect(m_theme.get(), &Theme::systemSchemeTold, this, [this](bool dark) {
        m_settings->systemDark = dark;
        m_settings->changed();
    });
    connect(m_instance.get(), &SingleInstance::activated, this, [this](const QStringList &files) {
        m_window->bringToFront();
        if (!files.isEmpty())
            m_window->page().composer().addFiles(files);
    });
}

Application::~Application() = default;

void Application::buildWindow()
{
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_backend, *m_settings, *m_theme, *m_drafts, m_clock, m_profile.cacheFolder + QLatin1String("/incoming"), m_highlighter.get()});
    if (m_options.size)
        m_window->resize(*m_options.size);
    connect(m_window.get(), &MainWindow::firstPainted, this, &Application::afterFirstPaint);
    // In another language everything is built anew; what runs goes on, and what was typed is a draft.
    connect(
        m_window.get(), &MainWindow::restartNeeded, this,
        [this] {
            loadLanguage(m_settings->language);
            m_theme->followLanguage();
            const ConversationId open = m_window->page().conversation();
            buildWindow();
            m_window->openWhenListed(open);
            m_window->show();
        },
        Qt::QueuedConnection);
}

void Application::show()
{
    m_window->show();
    if (!m_options.files.isEmpty())
        m_window->page().composer().addFiles(m_options.files);
}

void Application::afterFirstPaint()
{
    m_backend->start();
    m_theme->followSystem();
    if (!m_settings->problem().isEmpty())
        m_window->page().showError(m_settings->problem());
}

} // namespace vitrine
