#include "scenes/MemoryConnections.h"

#include <QPointer>

namespace vitrine {

namespace {

// Later, as the real ones answer.
template<class T>
void later(QObject *context, ConnectionBackend::Answer<T> answer, const Result<T> &result)
{
    QMetaObject::invokeMethod(context, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
}

} // namespace

MemoryConnections::MemoryConnections(QObject *parent)
    : ConnectionBackend(parent)
{
}

void MemoryConnections::put(const ConnectedModels &connected)
{
    if (ConnectedModels *known = find(connected.connection.name))
        *known = connected;
    else
        m_connected.append(connected);
    emit changed();
}

ConnectedModels *MemoryConnections::find(const QString &name)
{
    for (ConnectedModels &connected : m_connected) {
        if (connected.connection.name == name)
            return &connected;
    }
    return nullptr;
}

Result<ConnectedModels> MemoryConnections::answerOf(const Connection &connection) const
{
    const auto answer = answers.constFind(connection.preset);
    if (answer == answers.cend())
        return fail(ErrorKind::Network, tr("Nothing answers at %1; check that the server runs and the address is right.").arg(connection.baseUrl.host()));
    if (!*answer)
        return tl::unexpected(answer->error());
    return ConnectedModels{connection, **answer, {}};
}

void MemoryConnections::list(QObject *context, Answer<QList<ConnectedModels>> answer)
{
    later<QList<ConnectedModels>>(context, std::move(answer), m_connected);
}

void MemoryConnections::refresh(const QString &name, QObject *context, Answer<ConnectedModels> answer)
{
    ConnectedModels *known = find(name);
    const Result<ConnectedModels> fresh = known ? answerOf(known->connection) : noSuchConnection(name);
    if (fresh)
        put(*fresh);
    later<ConnectedModels>(context, std::move(answer), fresh);
}

void MemoryConnections::attempt(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer)
{
    lastKey = key;
    const Done fine = check(connection);
    later<ConnectedModels>(context, std::move(answer), fine ? answerOf(connection) : tl::unexpected(fine.error()));
}

void MemoryConnections::save(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer)
{
    lastKey = key;
    if (refusal)
        return later<ConnectedModels>(context, std::move(answer), tl::unexpected(*refusal));
    const Result<ConnectedModels> answered = answerOf(connection);
    ConnectedModels made{connection, answered ? answered->models : QList<ModelInfo>(), {}};
    made.connection.key.source = key.source;
    put(made);
    later<ConnectedModels>(context, std::move(answer), made);
}

void MemoryConnections::replaceKey(const QString &name, const NewKey &key, QObject *context, Answer<ConnectedModels> answer)
{
    lastKey = key;
    if (refusal)
        return later<ConnectedModels>(context, std::move(answer), tl::unexpected(*refusal));
    ConnectedModels *known = find(name);
    later<ConnectedModels>(context, std::move(answer), known ? Result<ConnectedModels>(*known) : noSuchConnection(name));
}

void MemoryConnections::remove(const QString &name, QObject *context, Answer<void> answer)
{
    if (refusal)
        return later<void>(context, std::move(answer), tl::unexpected(*refusal));
    erase_if(m_connected, [&name](const ConnectedModels &connected) { return connected.connection.name == name; });
    emit changed();
    later<void>(context, std::move(answer), {});
}

void MemoryConnections::setFavourite(const QString &name, const QString &model, bool favourite)
{
    if (ConnectedModels *known = find(name)) {
        known->connection.favourites.removeAll(model);
        if (favourite)
            known->connection.favourites.append(model);
        emit changed();
    }
}

void MemoryConnections::findLocalServers(QObject *context, Answer<QList<LocalServer>> answer)
{
    later<QList<LocalServer>>(context, std::move(answer), localServers);
}

void MemoryConnections::keyringName(QObject *context, Answer<QString> answer)
{
    later<QString>(context, std::move(answer), keyring.isEmpty() ? fail(ErrorKind::Storage, tr("This session has no keyring.")) : Result<QString>(keyring));
}

} // namespace vitrine
