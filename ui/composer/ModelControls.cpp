#include "composer/ModelControls.h"

#include "models/ModelPicker.h"
#include "widgets/Buttons.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace vitrine {

namespace {

const QString webSearch = QStringLiteral("web_search");

// Where translators find these sentences.
class EffortWords
{
    Q_DECLARE_TR_FUNCTIONS(EffortWords)
};

} // namespace

QString effortName(const QString &effort)
{
    if (effort == QLatin1String("none"))
        return EffortWords::tr("Not at all");
    if (effort == QLatin1String("minimal"))
        return EffortWords::tr("Minimal");
    if (effort == QLatin1String("low"))
        return EffortWords::tr("Low");
    if (effort == QLatin1String("medium"))
        return EffortWords::tr("Medium");
    if (effort == QLatin1String("high"))
        return EffortWords::tr("High");
    if (effort == QLatin1String("xhigh"))
        return EffortWords::tr("Very high");
    return effort == QLatin1String("max") ? EffortWords::tr("Maximum") : effort;
}

ModelControls::ModelControls(QWidget *parent)
    : QWidget(parent)
    , m_search(pillButton(QStringLiteral("globe internet-services"), tr("Search"), this))
    , m_think(pillButton(QStringLiteral("games-hint help-hint"), tr("Think"), this))
    , m_model(pillButton(QString(), QString(), this))
    , m_efforts(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_search);
    row->addWidget(m_think);
    row->addWidget(m_model);
    m_search->setCheckable(true);
    m_think->setMenu(m_efforts);
    m_think->setPopupMode(QToolButton::InstantPopup);
    connect(m_search, &QToolButton::clicked, this, [this](bool on) {
        m_wantsSearch = on;
        emit changed();
    });
    connect(m_model, &QToolButton::clicked, this, &ModelControls::openPicker);
    refresh();
}

void ModelControls::setGroups(const QList<ModelGroup> &groups)
{
    m_groups = groups;
    if (m_picker)
        m_picker->setGroups(groups);
    refresh();
}

void ModelControls::apply(const TurnSettings &settings)
{
    m_choice = {settings.provider, settings.model};
    m_effort = settings.effort;
    m_wantsSearch = settings.hostedTools.contains(webSearch);
    refresh();
}

void ModelControls::fill(TurnSettings &settings) const
{
    settings.provider = m_choice.provider;
    settings.model = m_choice.model;
    const ModelInfo model = info();
    settings.effort = model.efforts.contains(m_effort) || model.efforts.isEmpty() ? m_effort : QString();
    settings.hostedTools.clear();
    if (m_wantsSearch && m_search->isEnabled())
        settings.hostedTools.append(webSearch);
}

void ModelControls::choose(const ModelChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    refresh();
    emit changed();
}

ModelInfo ModelControls::info() const
{
    for (const ModelGroup &group : m_groups) {
        if (group.provider != m_choice.provider)
            continue;
        for (const ModelInfo &model : group.models) {
            if (model.id == m_choice.model)
                return model;
        }
    }
    ModelInfo unknown;
    unknown.id = m_choice.model;
    return unknown;
}

void ModelControls::refresh()
{
    const ModelInfo model = info();
    const bool offline = m_choice.isOffline();
    m_model->setText(offline ? tr("Offline assistant") : model.name.isEmpty() ? model.id : model.name);
    m_model->setAccessibleName(tr("Who answers: %1").arg(m_model->text()));
    m_model->setToolTip(tr("Who answers (Ctrl+M)"));
    if (m_picker)
        m_picker->setCurrent(m_choice);

    const bool searches = !offline && model.hostedTools.contains(webSearch);
    m_search->setEnabled(searches);
    m_search->setChecked(searches && m_wantsSearch);
    m_search->setToolTip(searches  ? tr("The model may search the web; the provider does it, not this machine.")
                         : offline ? tr("The offline assistant has no network. Connect a model to search the web.")
                                   : tr("This model offers no web search."));
    const bool thinks = !offline && !model.efforts.isEmpty();
    m_think->setEnabled(thinks);
    m_think->setToolTip(thinks    ? tr("How long the model thinks before it answers")
                        : offline ? tr("The offline assistant follows rules and cannot think longer. Connect a model to choose how long it thinks.")
                                  : tr("How long this model thinks cannot be chosen."));
    buildEfforts(model);
}

void ModelControls::buildEfforts(const ModelInfo &model)
{
    m_efforts->clear();
    auto *group = new QActionGroup(m_efforts);
    const auto add = [&](const QString &effort, const QString &name) {
        QAction *action = m_efforts->addAction(name);
        action->setCheckable(true);
        action->setChecked(effort == m_effort);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, effort] { setEffort(effort); });
    };
    add({}, model.defaultEffort.isEmpty() ? tr("As the model does by itself") : tr("By itself (%1)").arg(effortName(model.defaultEffort)));
    for (const QString &effort : model.efforts)
        add(effort, effortName(effort));
    const bool chosen = m_think->isEnabled() && model.efforts.contains(m_effort);
    m_think->setText(chosen ? tr("Think: %1").arg(effortName(m_effort)) : tr("Think"));
    m_think->setAccessibleName(m_think->text());
}

void ModelControls::setEffort(const QString &effort)
{
    m_effort = effort;
    refresh();
    emit changed();
}

void ModelControls::setNarrow(bool narrow)
{
    const Qt::ToolButtonStyle style = narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_search->setToolButtonStyle(style);
    m_think->setToolButtonStyle(style);
}

void ModelControls::openPicker()
{
    if (!m_picker) {
        m_picker = new ModelPicker(this);
        m_picker->setGroups(m_groups);
        m_picker->setCurrent(m_choice);
        connect(m_picker, &ModelPicker::chosen, this, &ModelControls::choose);
        connect(m_picker, &ModelPicker::connectRequested, this, &ModelControls::connectRequested);
        connect(m_picker, &ModelPicker::refreshRequested, this, &ModelControls::refreshRequested);
        connect(m_picker, &ModelPicker::favouriteToggled, this, &ModelControls::favouriteToggled);
    }
    m_picker->popUp(m_model);
}

} // namespace vitrine
