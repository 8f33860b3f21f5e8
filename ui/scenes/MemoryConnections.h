#pragma once

#include "backend/ConnectionBackend.h"

#include <QHash>

namespace vitrine {

// Connections without a network, a file or a keyring: scenes and tests say what servers answer.
class MemoryConnections final : public ConnectionBackend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryConnections)

public:
    explicit MemoryConnections(QObject *parent = nullptr);

    void put(const ConnectedModels &connected);
    // What attempt() and refresh() answer for a connection of this preset; without it they fail as a server that does not answer.
    QHash<QString, Result<QList<ModelInfo>>> answers;
    std::optional<Error> refusal; // what save(), replaceKey() and remove() fail with
    QList<LocalServer> localServers;
    QString keyring = QStringLiteral("gnome-keyring-d"); // empty: there is none
    QList<ConnectedModels> connected() const { return m_connected; }
    NewKey lastKey;

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
    ConnectedModels *find(const QString &name);
    Result<ConnectedModels> answerOf(const Connection &connection) const;

    QList<ConnectedModels> m_connected;
};

} // namespace vitrine
