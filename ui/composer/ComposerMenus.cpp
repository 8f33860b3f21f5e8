#include "composer/Composer.h"

#include "theme/Icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

namespace vitrine {

void Composer::buildModeMenu()
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(menu);
    const auto add = [&](ApprovalMode mode, const QString &name, const QString &meaning) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setData(toString(mode));
        action->setToolTip(meaning);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] {
            setMode(mode);
            emit settingsChanged();
        });
    };
    add(ApprovalMode::Suggest, tr("Suggest"), tr("Asks before anything outside its own folder is run or changed."));
    add(ApprovalMode::AutoEdit, tr("Auto-edit"), tr("Changes files in the work folder by itself, asks before commands."));
    add(ApprovalMode::FullAuto, tr("Full auto"), tr("Runs commands in the sandbox by itself, without network."));
    m_approval->setMenu(menu);
    m_approval->setPopupMode(QToolButton::InstantPopup);
}

void Composer::setMode(ApprovalMode mode)
{
    m_mode = mode;
    for (QAction *action : m_approval->menu()->actions()) {
        const bool chosen = action->data().toString() == toString(mode);
        action->setChecked(chosen);
        if (chosen) {
            m_approval->setText(action->text());
            m_approval->setAccessibleName(tr("Approval mode: %1").arg(action->text()));
            m_approval->setToolTip(action->toolTip());
        }
    }
}

} // namespace vitrine
