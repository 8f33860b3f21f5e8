#include "MainWindow.h"

#include "DropOverlay.h"
#include "PaneHost.h"
#include "backend/Backend.h"
#include "composer/Drafts.h"
#include "composer/ModelControls.h"
#include "connect/ConnectPage.h"
#include "images/PictureLoader.h"
#include "images/PictureOverlay.h"
#include "models/ModelCenter.h"
#include "page/ConversationPage.h"
#include "page/PageHeader.h"
#include "panel/RightPanel.h"
#include "presenter/PayloadLog.h"
#include "settings/Settings.h"
#include "sidebar/ConversationList.h"
#include "sidebar/Sidebar.h"
#include "theme/Theme.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTimer>
#include <QVBoxLayout>

namespace vitrine {

namespace {
QString tabName(RightPanel::Tab tab)
{
    switch (tab) {
    case RightPanel::Tab::Images:
        return QStringLiteral("images");
    case RightPanel::Tab::Files:
        return QStringLiteral("files");
    case RightPanel::Tab::Payload:
        return QStringLiteral("payload");
    case RightPanel::Tab::Timeline:
        break;
    }
    return QStringLiteral("timeline");
}
} // namespace

MainWindow::MainWindow(const Parts &parts)
    : m_settings(parts.settings)
    , m_theme(parts.theme)
    , m_backend(parts.backend)
    , m_pictures(new PictureLoader(parts.backend.blobs(), parts.backend.images(), this))
    , m_sidebar(new Sidebar(this))
    , m_page(new ConversationPage({parts.backend, *m_pictures, parts.drafts, parts.clock, parts.scratchFolder, parts.highlighter}, this))
    , m_payloads(new PayloadLog(this))
    , m_panel(new RightPanel(m_page->presenter(), *m_payloads, *m_pictures, parts.backend.blobs(), parts.clock, this))
    , m_panes(new PaneHost(m_sidebar, m_page, m_panel, this))
    , m_drop(new DropOverlay(this))
    , m_models(new ModelCenter(parts.backend.connections(), m_page->composer().models(), this))
{
    setWindowTitle(QStringLiteral("Vitrine"));
    setAcceptDrops(true);
    setMinimumSize(420, 480);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panes);
    connectPanes();
    addShortcuts();
    m_sidebar->setMenu(buildSettingsMenu());
    m_page->header().setMenu(buildPageMenu());
    m_sidebar->setBackend(parts.backend);
    restore();
    m_models->load();
    m_page->composer().focusText();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectPanes()
{
    connect(m_sidebar, &Sidebar::newRequested, m_page, &ConversationPage::startNew);
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::openConversation);
    connect(m_sidebar, &Sidebar::foldRequested, this, [this] { m_panes->setShown(PaneHost::Side::Sidebar, false); });
    connect(m_sidebar, &Sidebar::deleted, this, [this](const ConversationId &id) {
        m_visited.removeAll(id);
        if (id == m_page->conversation())
            m_page->startNew();
    });
    connect(m_sidebar, &Sidebar::restored, this, &MainWindow::openConversation);
    connect(m_sidebar, &Sidebar::titleChanged, this, [this](const ConversationId &id, const QString &title) {
        if (id == m_page->conversation())
            m_page->setTitle(title);
    });
    connect(m_page, &ConversationPage::conversationChanged, this, [this](const ConversationId &id) {
        m_sidebar->setCurrent(id);
        if (!m_goingBack && (m_visited.isEmpty() || m_visited.constLast() != id))
            m_visited.append(id);
    });
    connect(m_page, &ConversationPage::stepActivated, this, [this](const QString &step) {
        m_panes->setShown(PaneHost::Side::Panel, true);
        m_panel->showStep(step);
    });
    connect(m_page, &ConversationPage::pictureActivated, this, &MainWindow::openPicture);
    connect(m_page, &ConversationPage::ticked, m_panel, &RightPanel::tick);
    connect(m_panel, &RightPanel::pictureOpened, this, &MainWindow::openPicture);
    connect(m_panel, &RightPanel::failed, m_page, &ConversationPage::showError);
    connect(m_panel, &RightPanel::foldRequested, this, [this] { m_panes->setShown(PaneHost::Side::Panel, false); });
    connect(&m_page->header(), &PageHeader::sidebarRequested, this, [this] { m_panes->setShown(PaneHost::Side::Sidebar, true); });
    connect(&m_page->header(), &PageHeader::panelRequested, this, [this] { m_panes->setShown(PaneHost::Side::Panel, true); });
    connect(&m_page->header(), &PageHeader::newRequested, m_page, &ConversationPage::startNew);
    connect(m_panes, &PaneHost::panesChanged, this, [this] {
        m_page->header().setPanesShown(m_panes->isShown(PaneHost::Side::Sidebar) && !m_panes->isOverlay(PaneHost::Side::Sidebar),
                                       m_panes->isShown(PaneHost::Side::Panel) && !m_panes->isOverlay(PaneHost::Side::Panel));
        remember();
    });
    connect(&m_page->composer(), &Composer::settingsChanged, this, [this] {
        m_settings.composer = m_page->composer().settings();
        m_settings.changed();
    });
    connect(&m_backend, &Backend::exchanged, m_payloads, &PayloadLog::add);
    connect(m_models, &ModelCenter::connectRequested, this, [this] { openConnectPage(); });
    connect(m_page, &ConversationPage::connectRequested, this, [this] { openConnectPage(); });
    connect(m_models, &ModelCenter::failed, m_page, &ConversationPage::showError);
    connect(&m_theme, &Theme::changed, m_page, &ConversationPage::applyTheme);
}

void MainWindow::restore()
{
    const WindowSettings &window = m_settings.window;
    resize(1280, 820);
    if (!window.geometry.isEmpty())
        restoreGeometry(window.geometry);
    m_panes->resize(size());
    m_panes->setPaneWidth(PaneHost::Side::Sidebar, window.sidebarWidth);
    m_panes->setPaneWidth(PaneHost::Side::Panel, window.panelWidth);
    m_page->composer().setSettings(m_settings.composer);
    m_page->setBudget(m_settings.budget);
    for (RightPanel::Tab tab : {RightPanel::Tab::Images, RightPanel::Tab::Files, RightPanel::Tab::Payload}) {
        if (tabName(tab) == window.tab)
            m_panel->showTab(tab);
    }
    if (!m_panes->isOverlay(PaneHost::Side::Sidebar))
        m_panes->setShown(PaneHost::Side::Sidebar, window.sidebar);
    if (!m_panes->isOverlay(PaneHost::Side::Panel))
        m_panes->setShown(PaneHost::Side::Panel, window.panel);
    m_restored = true;
}

void MainWindow::remember()
{
    if (!m_restored)
        return;
    WindowSettings window;
    window.geometry = saveGeometry();
    window.sidebar = m_panes->isWished(PaneHost::Side::Sidebar);
    window.panel = m_panes->isWished(PaneHost::Side::Panel);
    window.sidebarWidth = m_panes->paneWidth(PaneHost::Side::Sidebar);
    window.panelWidth = m_panes->paneWidth(PaneHost::Side::Panel);
    window.tab = tabName(m_panel->tab());
    if (window == m_settings.window)
        return;
    m_settings.window = window;
    m_settings.changed();
}

void MainWindow::openConversation(const ConversationId &id)
{
    const Conversation *conversation = m_sidebar->list().find(id);
    if (!conversation)
        return;
    m_panes->closeOverlays();
    m_page->openConversation(*conversation);
    m_page->composer().focusText();
}

void MainWindow::openWhenListed(const ConversationId &id)
{
    if (id.isEmpty())
        return;
    connect(&m_sidebar->list(), &QAbstractItemModel::modelReset, this, [this, id] { openConversation(id); }, Qt::SingleShotConnection);
}

void MainWindow::openPicture(const QString &image)
{
    if (!m_overlay) {
        m_overlay = new PictureOverlay(m_page->presenter().lineage(), *m_pictures, m_backend.blobs(), this);
        connect(m_overlay, &PictureOverlay::failed, m_page, &ConversationPage::showError);
    }
    m_overlay->open(image);
}

ConnectPage &MainWindow::openConnectPage()
{
    if (!m_connect) {
        m_connect = new ConnectPage(m_backend.connections(), this);
        connect(m_connect, &ConnectPage::closed, this, [this] { m_page->composer().focusText(); });
        connect(m_connect, &ConnectPage::chosen, this, [this](const ModelChoice &choice) { m_page->composer().models().choose(choice); });
    }
    m_connect->open();
    return *m_connect;
}

void MainWindow::goBack()
{
    if (m_visited.size() < 2)
        return;
    m_visited.removeLast();
    const ConversationId id = m_visited.constLast();
    m_goingBack = true;
    if (id.isEmpty())
        m_page->startNew();
    else
        openConversation(id);
    m_goingBack = false;
}

void MainWindow::escape()
{
    if (m_overlay && m_overlay->isVisible())
        m_overlay->hide();
    else if (!m_panes->closeOverlays())
        m_page->stop();
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::paintEvent(QPaintEvent *)
{
    if (std::exchange(m_painted, true))
        return;
    // After this paint has reached the screen, not within it.
    QTimer::singleShot(0, this, &MainWindow::firstPainted);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    m_settings.save();
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_drop->isVisible())
        m_drop->setGeometry(rect());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!Composer::canAdd(event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_drop->begin();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_drop->hide();
    if (!Composer::canAdd(event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_page->composer().addMime(event->mimeData());
    m_page->composer().focusText();
}

} // namespace vitrine
