#pragma once

#include "connections/ModelShelf.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace vitrine {

// The models of one connection: search, and take one. A name that the server does not list can be typed.
class ConnectModels final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectModels)

public:
    explicit ConnectModels(QWidget *parent = nullptr);

    // `wished`: selected at first if it is among them.
    void showModels(const QString &heading, const QList<ModelInfo> &models, const QString &wished);
    // While it is saved. Empty: done.
    void setBusy(const QString &sentence);
    void showFailure(const QString &sentence);
    void focusSearch();
    // Takes what is selected, if anything is.
    void take();

signals:
    void taken(const QString &model);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fill();
    void select(int row);
    QString selected() const;
    void showSelection();

    QList<ModelInfo> m_models;
    QString m_wished;
    QStandardItemModel *m_rows;
    QLabel *m_heading;
    QLineEdit *m_search;
    QListView *m_view;
    QLabel *m_none;
    QLabel *m_state;
    QPushButton *m_use;
    bool m_busy = false;
};

} // namespace vitrine
