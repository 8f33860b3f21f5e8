#pragma once

#include "connections/LocalServers.h"
#include "widgets/Card.h"

class QLabel;
class QPushButton;

namespace vitrine {

// A model server that answers on this machine. One click connects it.
class LocalServerRow final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalServerRow)

public:
    LocalServerRow(const LocalServer &server, QWidget *parent);
    const LocalServer &server() const { return m_server; }
    // The saved connection to it; empty: none.
    void setConnectionName(const QString &name);
    QString connectionName() const { return m_connection; }
    // While it is asked. Empty: done.
    void setBusy(const QString &sentence);
    void showFailure(const QString &sentence);
    QList<QWidget *> controls() const;

signals:
    void connectRequested();
    void useRequested();

private:
    LocalServer m_server;
    QString m_connection;
    QLabel *m_state;
    QLabel *m_failure;
    QPushButton *m_button;
};

} // namespace vitrine
