#include "models/ModelCenter.h"

#include "composer/ModelControls.h"
#include "connections/ConnectionPresets.h"

namespace vitrine {

QList<ModelGroup> groupsFrom(const QList<ConnectedModels> &connected)
{
    QList<ModelGroup> groups;
    for (const ConnectedModels &one : connected) {
        const Connection &connection = one.connection;
        const std::optional<ConnectionPreset> preset = presetById(connection.preset);
        // A second account is told from the first by the name it was given.
        const QString title = preset && connection.name == preset->id ? preset->title : connection.name;
        groups.append({connection.name, title, one.models, connection.favourites, connection.defaultModel, one.problem});
    }
    return groups;
}

ModelCenter::ModelCenter(ConnectionBackend &connections, ModelControls &controls, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_controls(controls)
{
    connect(&connections, &ConnectionBackend::changed, this, &ModelCenter::load);
    connect(&controls, &ModelControls::connectRequested, this, &ModelCenter::connectRequested);
    connect(&controls, &ModelControls::refreshRequested, this, &ModelCenter::refreshAll);
    connect(&controls, &ModelControls::favouriteToggled, this, [this](const ModelChoice &choice) {
        for (const ModelGroup &group : m_controls.groups()) {
            if (group.provider == choice.provider)
                m_connections.setFavourite(choice.provider, choice.model, !group.favourites.contains(choice.model));
        }
    });
}

void ModelCenter::load()
{
    // Several changes in a row are read once more, not once each.
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    m_connections.list(this, [this](const Result<QList<ConnectedModels>> &connected) {
        m_loading = false;
        if (!connected) {
            emit failed(connected.error().message);
            return;
        }
        m_names.clear();
        for (const ConnectedModels &one : *connected)
            m_names.append(one.connection.name);
        m_controls.setGroups(groupsFrom(*connected));
        if (std::exchange(m_loadAgain, false))
            load();
    });
}

void ModelCenter::refreshAll()
{
    for (const QString &name : std::as_const(m_names)) {
        m_connections.refresh(name, this, [this, name](const Result<ConnectedModels> &models) {
            if (models)
                return;
            // The old list stays; the heading says why.
            QList<ModelGroup> groups = m_controls.groups();
            for (ModelGroup &group : groups) {
                if (group.provider == name)
                    group.problem = models.error().message;
            }
            m_controls.setGroups(groups);
        });
    }
}

} // namespace vitrine
