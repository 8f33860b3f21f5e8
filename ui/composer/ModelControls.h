#pragma once

#include "engine/Command.h"
#include "models/ModelGroup.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace vitrine {

class ModelPicker;

// Who answers, how long it thinks, and whether it searches the web: what of it there is depends on the model.
class ModelControls final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelControls)

public:
    explicit ModelControls(QWidget *parent = nullptr);

    void setGroups(const QList<ModelGroup> &groups);
    const QList<ModelGroup> &groups() const { return m_groups; }
    // Provider, model, effort and hosted tools of these settings.
    void apply(const TurnSettings &settings);
    void fill(TurnSettings &settings) const;
    void choose(const ModelChoice &choice);
    ModelChoice choice() const { return m_choice; }
    // Icons alone, for narrow windows.
    void setNarrow(bool narrow);
    void openPicker();
    ModelPicker *picker() const { return m_picker; } // null until it was opened once

signals:
    void changed();
    void connectRequested();
    void refreshRequested();
    void favouriteToggled(const vitrine::ModelChoice &choice);

private:
    ModelInfo info() const;
    void refresh();
    void buildEfforts(const ModelInfo &model);
    void setEffort(const QString &effort);

    QToolButton *m_search;
    QToolButton *m_think;
    QToolButton *m_model;
    QMenu *m_efforts;
    ModelPicker *m_picker = nullptr;
    QList<ModelGroup> m_groups;
    ModelChoice m_choice;
    QString m_effort;
    bool m_wantsSearch = false; // kept while a model without it is chosen
};

// "Low", "Medium", "High": how long a model thinks, for people.
QString effortName(const QString &effort);

} // namespace vitrine
