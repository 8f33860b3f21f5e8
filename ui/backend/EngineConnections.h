#pragma once

#include "backend/ConnectionBackend.h"

namespace vitrine {

class Runtime;

// The real connections, which live with the engine on its thread.
class EngineConnections final : public ConnectionBackend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineConnections)

public:
    // Runs the action on the engine thread, as soon as there is an engine.
    using OnEngine = std::function<void(std::function<void(Runtime &)>)>;

    explicit EngineConnections(OnEngine onEngine, QObject *parent = nullptr);
    ~EngineConnections() override;

    void list(QObject *context, Answer<QList<ConnectedModels>> answer) override;
    void refresh(const QString &name, QObject *context, Answer<ConnectedModels> answer) override;
    void attempt(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer) override;
    void save(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer) override;
    void replaceKey(const QString &name, const NewKey &key, QObject *context, Answer<ConnectedModels> answer) override;
    void remove(const QString &name, QObject *context, Answer<void> answer) override;
    void setFavourite(const QString &name, const QString &model, bool favourite) override;
    void findLocalServers(QObject *context, Answer<QList<LocalServer>> answer) override;
    void keyringName(QObject *context, Answer<QString> answer) override;

private:
    // The answer carried back to the interface thread. `tellChange`: changed() is emitted after a success.
    template<class T>
    Answer<T> back(QObject *context, Answer<T> answer, bool tellChange = false);

    OnEngine m_onEngine;
};

} // namespace vitrine
