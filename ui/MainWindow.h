#pragma once

#include "base/Clock.h"
#include "model/Conversation.h"

#include <QList>
#include <QWidget>

class QMenu;

namespace vitrine {

class Backend;
class CodeHighlighter;
class ConnectPage;
class ConversationPage;
class Drafts;
class DropOverlay;
class ModelCenter;
class PaneHost;
class PayloadLog;
class PictureLoader;
class PictureOverlay;
class RightPanel;
class Settings;
class Sidebar;
class Theme;

// Puts the panes together and carries what concerns the whole window: shortcuts, drops, the place it is remembered at.
class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    // Everything outlives the window.
    struct Parts {
        Backend &backend;
        Settings &settings;
        Theme &theme;
        Drafts &drafts;
        const Clock &clock;
        QString scratchFolder;
        CodeHighlighter *highlighter = nullptr; // null: code stays plain
    };

    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    Sidebar &sidebar() { return *m_sidebar; }
    ConversationPage &page() { return *m_page; }
    RightPanel &panel() { return *m_panel; }
    PaneHost &panes() { return *m_panes; }
    PictureLoader &pictures() { return *m_pictures; }
    void openPicture(const QString &image);
    // The page over the window on which models are connected; it is made when it is first wanted.
    ConnectPage &openConnectPage();
    void openConversation(const ConversationId &id);
    // As soon as the list of conversations has come.
    void openWhenListed(const ConversationId &id);
    void bringToFront();

signals:
    void firstPainted(); // once
    void restartNeeded(); // the language was changed

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectPanes();
    void addShortcuts();
    void restore();
    void remember();
    QMenu *buildSettingsMenu();
    void addBudgetMenu(QMenu *menu);
    QMenu *buildPageMenu();
    void goBack();
    void escape();
    void showAbout();

    Settings &m_settings;
    Theme &m_theme;
    Backend &m_backend;
    PictureLoader *m_pictures;
    Sidebar *m_sidebar;
    ConversationPage *m_page;
    PayloadLog *m_payloads;
    RightPanel *m_panel;
    PaneHost *m_panes;
    DropOverlay *m_drop;
    ModelCenter *m_models;
    PictureOverlay *m_overlay = nullptr;
    ConnectPage *m_connect = nullptr;
    QList<ConversationId> m_visited; // for going back; the last one is open
    bool m_goingBack = false;
    bool m_painted = false;
    bool m_restored = false;
};

} // namespace vitrine
