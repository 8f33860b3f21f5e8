#pragma once

#include "connections/ModelShelf.h"
#include "widgets/Card.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace vitrine {

// One saved connection: its name, its models, where its key lies, and what can be done with it. Removing takes a second click.
class ConnectionRow final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionRow)

public:
    ConnectionRow(const ConnectedModels &connected, QWidget *parent);
    QString name() const { return m_connected.connection.name; }
    const ConnectedModels &connected() const { return m_connected; }
    void setConnected(const ConnectedModels &connected);
    QList<QWidget *> controls() const; // in the order of Tab
    // While the server or the keyring is asked. Empty: done.
    void setBusy(const QString &sentence);
    void showFailure(const QString &sentence);

signals:
    void useRequested();
    void keyRequested();
    void refreshRequested();
    void removeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setAsking(bool asking);

    ConnectedModels m_connected;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    QLabel *m_open; // "not encrypted", as long as it is so
    QLabel *m_state;
    QLabel *m_failure;
    QPushButton *m_use;
    QPushButton *m_key;
    QToolButton *m_refresh;
    QToolButton *m_remove;
    QPushButton *m_reallyRemove;
};

} // namespace vitrine
