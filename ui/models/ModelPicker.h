#pragma once

#include "models/ModelGroup.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace vitrine {

class ModelList;

// Who answers: a search field over the models of all connections. Up and Down choose while typing, Enter takes, Ctrl+D marks a favourite.
class ModelPicker final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelPicker)

public:
    explicit ModelPicker(QWidget *parent = nullptr);

    void setGroups(const QList<ModelGroup> &groups);
    void setCurrent(const ModelChoice &choice);
    // Above or below the button, wherever there is room.
    void popUp(const QWidget *button);
    ModelList &list() { return *m_list; }

signals:
    void chosen(const vitrine::ModelChoice &choice);
    void favouriteToggled(const vitrine::ModelChoice &choice);
    void connectRequested();
    void refreshRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void take(const QModelIndex &index);
    void step(int by);
    void select(const QModelIndex &index);

    ModelList *m_list;
    QLineEdit *m_search;
    QListView *m_view;
    ModelChoice m_current;
};

} // namespace vitrine
