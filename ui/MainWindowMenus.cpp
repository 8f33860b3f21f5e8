#include "MainWindow.h"

#include "PaneHost.h"
#include "composer/ModelControls.h"
#include "page/ConversationPage.h"
#include "page/PageHeader.h"
#include "presenter/Spending.h"
#include "settings/Settings.h"
#include "sidebar/Sidebar.h"
#include "theme/Icons.h"
#include "transcript/TranscriptView.h"

#include <QActionGroup>
#include <QGuiApplication>
#include <QClipboard>
#include <QMenu>
#include <QMessageBox>
#include <QShortcut>

namespace vitrine {

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        m_page->startNew();
        m_page->composer().focusText();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_M), [this] { m_page->composer().models().openPicker(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_page->composer().focusText(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_B), [this] { m_panes->setShown(PaneHost::Side::Sidebar, !m_panes->isShown(PaneHost::Side::Sidebar)); });
    add(QKeySequence(Qt::CTRL | Qt::Key_J), [this] { m_panes->setShown(PaneHost::Side::Panel, !m_panes->isShown(PaneHost::Side::Panel)); });
    add(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        m_panes->setShown(PaneHost::Side::Sidebar, true);
        m_sidebar->focusSearch();
    });
    add(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    add(QKeySequence(Qt::Key_Escape), [this] { escape(); });
    add(QKeySequence(QKeySequence::Quit), [this] { close(); });
}

QMenu *MainWindow::buildSettingsMenu()
{
    auto *menu = new QMenu(this);
    menu->addAction(tr("Models and connections"), this, [this] { openConnectPage(); });
    menu->addSeparator();
    QMenu *themes = menu->addMenu(tr("Appearance"));
    auto *themeGroup = new QActionGroup(themes);
    const QList<std::pair<ThemeChoice, QString>> choices{
        {ThemeChoice::System, tr("As the system")}, {ThemeChoice::Light, tr("Light")}, {ThemeChoice::Dark, tr("Dark")}};
    for (const auto &[choice, name] : choices) {
        QAction *action = themeGroup->addAction(themes->addAction(name));
        action->setCheckable(true);
        action->setChecked(m_settings.theme == choice);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_settings.theme = choice;
            m_settings.changed();
            m_theme.apply(choice, m_settings.systemDark);
        });
    }
    QMenu *languages = menu->addMenu(tr("Language"));
    auto *languageGroup = new QActionGroup(languages);
    // Each language is named in itself, so that everybody finds their own.
    const QList<std::pair<QString, QString>> names{{QString(), tr("As the system")},
                                                   {QStringLiteral("en"), QStringLiteral("English")},
                                                   {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
                                                   {QStringLiteral("zh_TW"), QStringLiteral("繁體中文")}};
    for (const auto &[code, name] : names) {
        QAction *action = languageGroup->addAction(languages->addAction(name));
        action->setCheckable(true);
        action->setChecked(m_settings.language == code);
        connect(action, &QAction::triggered, this, [this, code = code] {
            m_settings.language = code;
            m_settings.changed();
            emit restartNeeded();
        });
    }
    addBudgetMenu(menu);
    menu->addSeparator();
    menu->addAction(tr("About Vitrine"), this, &MainWindow::showAbout);
    return menu;
}

void MainWindow::addBudgetMenu(QMenu *menu)
{
    QMenu *budgets = menu->addMenu(tr("Budget of a conversation"));
    budgets->setToolTipsVisible(true);
    auto *group = new QActionGroup(budgets);
    for (const double dollars : {0.0, 0.25, 1.0, 5.0, 20.0, 100.0}) {
        QAction *action = group->addAction(budgets->addAction(dollars == 0 ? tr("No limit") : costText(dollars)));
        action->setToolTip(tr("A conversation that has cost as much pauses. Only models whose price is known are counted."));
        action->setCheckable(true);
        action->setChecked(m_settings.budget == dollars);
        connect(action, &QAction::triggered, this, [this, dollars] {
            m_settings.budget = dollars;
            m_settings.changed();
            m_page->setBudget(dollars);
        });
    }
}

QMenu *MainWindow::buildPageMenu()
{
    auto *menu = new QMenu(this);
    QAction *rename = menu->addAction(themedIcon(QStringLiteral("edit-rename")), tr("Rename"), this, [this] {
        m_panes->setShown(PaneHost::Side::Sidebar, true);
        m_sidebar->renameConversation(m_page->conversation());
    });
    QAction *pin = menu->addAction(themedIcon(QStringLiteral("window-pin pin")), tr("Pin or unpin"), this, [this] { m_sidebar->togglePinned(m_page->conversation()); });
    QAction *copy = menu->addAction(themedIcon(QStringLiteral("edit-copy")), tr("Copy all as Markdown"), this, [this] {
        m_page->transcript().selectAll();
        QGuiApplication::clipboard()->setText(m_page->transcript().selectedMarkdown());
    });
    menu->addSeparator();
    QAction *remove = menu->addAction(themedIcon(QStringLiteral("edit-delete"), IconTint::Error), tr("Delete"), this,
                                      [this] { m_sidebar->deleteConversation(m_page->conversation()); });
    connect(menu, &QMenu::aboutToShow, this, [this, actions = QList<QAction *>{rename, pin, copy, remove}] {
        for (QAction *action : actions)
            action->setEnabled(!m_page->isEmpty());
    });
    return menu;
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Vitrine"),
                                tr("Vitrine %1\n\nA desktop client for reasoning models that shows its work.\nLicensed under Apache-2.0.").arg(QLatin1String(VITRINE_VERSION)),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace vitrine
