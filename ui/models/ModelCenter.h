#pragma once

#include "backend/ConnectionBackend.h"
#include "models/ModelGroup.h"

#include <QObject>

namespace vitrine {

class ModelControls;

// Keeps the composer's choice of models in step with the connections. Interface thread.
class ModelCenter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelCenter)

public:
    // Both outlive it.
    ModelCenter(ConnectionBackend &connections, ModelControls &controls, QObject *parent = nullptr);

    void load();

signals:
    void connectRequested();
    void failed(const QString &sentence);

private:
    void refreshAll();

    ConnectionBackend &m_connections;
    ModelControls &m_controls;
    QStringList m_names; // of the connections
    bool m_loading = false;
    bool m_loadAgain = false;
};

QList<ModelGroup> groupsFrom(const QList<ConnectedModels> &connected);

} // namespace vitrine
