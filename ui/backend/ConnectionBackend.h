#pragma once

#include "connections/Connections.h"
#include "connections/LocalServers.h"
#include "connections/ModelShelf.h"

#include <QObject>

#include <functional>

namespace vitrine {

// What the window knows of connections to providers and their models. Lives on the interface thread; nothing here waits. Answers come later,
// on the interface thread, unless their context object is gone by then. Keys go in and never come out.
class ConnectionBackend : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBackend)

public:
    using QObject::QObject;
    template<class T>
    using Answer = std::function<void(const Result<T> &)>;

    // The connections with the models known of them; asks no network.
    virtual void list(QObject *context, Answer<QList<ConnectedModels>> answer) = 0;
    // Asks the server of a saved connection for its models.
    virtual void refresh(const QString &name, QObject *context, Answer<ConnectedModels> answer) = 0;
    // One cheap call with a connection that need not be saved. Nothing is kept.
    virtual void attempt(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer) = 0;
    // Saves a new one with its key; a name that is there already is an error. Gives it as it was saved, with its models.
    virtual void save(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer) = 0;
    // Another key for a saved one.
    virtual void replaceKey(const QString &name, const NewKey &key, QObject *context, Answer<ConnectedModels> answer) = 0;
    // With its stored key.
    virtual void remove(const QString &name, QObject *context, Answer<void> answer) = 0;
    virtual void setFavourite(const QString &name, const QString &model, bool favourite) = 0;
    // Asks the usual ports of this machine; only when the user opened the page that shows them.
    virtual void findLocalServers(QObject *context, Answer<QList<LocalServer>> answer) = 0;
    // Whether a keyring can keep keys here: who keeps it, or why not.
    virtual void keyringName(QObject *context, Answer<QString> answer) = 0;

signals:
    void changed(); // a connection was saved or removed, its models refreshed or a favourite set
};

} // namespace vitrine
