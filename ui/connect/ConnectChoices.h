#pragma once

#include "connections/LocalServers.h"
#include "connections/ModelShelf.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vitrine {

class ConnectionRow;
class LocalServerRow;
class ProviderTile;
class TileGrid;

// What can be connected, what runs on this machine, and what is connected.
class ConnectChoices final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectChoices)

public:
    explicit ConnectChoices(QWidget *parent = nullptr);

    void setConnected(const QList<ConnectedModels> &connected);
    void showListFailure(const QString &sentence);
    void setLooking();
    void setLocalServers(const QList<LocalServer> &servers);
    void focusFirst();
    ConnectionRow *row(const QString &name) const;
    // Null when it is not shown any more.
    LocalServerRow *localRow(const QUrl &baseUrl) const;

signals:
    void presetChosen(const QString &id);
    void localChosen(const vitrine::LocalServer &server);
    void lookRequested();
    void useRequested(const vitrine::ConnectedModels &connected);
    void keyRequested(const QString &name);
    void refreshRequested(const QString &name);
    void removeRequested(const QString &name);

private:
    void addHeading(const QString &text);
    void addRow(const ConnectedModels &connected, int place);
    void showLocal();
    void orderTabs();

    QVBoxLayout *m_column;
    TileGrid *m_tiles;
    QLabel *m_localState;
    QPushButton *m_lookAgain;
    QVBoxLayout *m_localColumn;
    QList<LocalServerRow *> m_localRows;
    QList<LocalServer> m_servers;
    QLabel *m_none;
    QLabel *m_failure;
    QVBoxLayout *m_rowsColumn;
    QList<ConnectionRow *> m_rows;
};

} // namespace vitrine
