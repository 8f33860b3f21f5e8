#include "backend/EngineConnections.h"

#include "connections/ConnectionTest.h"
#include "connections/KeyText.h"
#include "engine/Runtime.h"

#include <QCoreApplication>
#include <QPointer>

namespace vitrine {

namespace {

using Resolved = std::function<void(const Result<ResolvedConnection> &)>;

// A connection with a key that is not saved yet.
void resolveUnsaved(Connections &connections, Connection connection, const NewKey &key, Resolved done)
{
    if (const Done fine = check(connection); !fine)
        return done(tl::unexpected(fine.error()));
    const QString endpoint = endpointOf(connection.baseUrl);
    if (key.source == KeySource::None)
        return done(ResolvedConnection{connection, {}, {}});
    if (key.source != KeySource::Environment) {
        const Result<QByteArray> clean = cleanKey(key.typed);
        return done(clean ? Result<ResolvedConnection>(ResolvedConnection{connection, BoundKey{endpoint, *clean}, {}}) : tl::unexpected(clean.error()));
    }
    connection.key = {KeySource::Environment, key.variable, {}, {}, endpoint};
    connections.keys().read(connection, &connections, [connection, done](const Result<KeyReading> &read) {
        done(read ? Result<ResolvedConnection>(ResolvedConnection{connection, read->key, read->notice}) : tl::unexpected(read.error()));
    });
}

ConnectedModels modelsOf(Runtime &runtime, const Connection &connection)
{
    if (const Result<QList<ConnectedModels>> all = runtime.models().kept()) {
        for (const ConnectedModels &one : *all) {
            if (one.connection.name == connection.name)
                return one;
        }
    }
    return {connection, {}, {}};
}

} // namespace

EngineConnections::EngineConnections(OnEngine onEngine, QObject *parent)
    : ConnectionBackend(parent)
    , m_onEngine(std::move(onEngine))
{
}

EngineConnections::~EngineConnections() = default;

template<class T>
ConnectionBackend::Answer<T> EngineConnections::back(QObject *context, Answer<T> answer, bool tellChange)
{
    return [self = QPointer<EngineConnections>(this), guard = QPointer<QObject>(context), answer = std::move(answer), tellChange](const Result<T> &result) {
        // The window outlives the engine; a QPointer may be read on its own thread only.
        QMetaObject::invokeMethod(
            qApp,
            [self, guard, answer, tellChange, result] {
                if (guard)
                    answer(result);
                if (self && tellChange && result)
                    emit self->changed();
            },
            Qt::QueuedConnection);
    };
}

void EngineConnections::list(QObject *context, Answer<QList<ConnectedModels>> answer)
{
    m_onEngine([answer = back<QList<ConnectedModels>>(context, std::move(answer))](Runtime &runtime) { answer(runtime.models().kept()); });
}

void EngineConnections::refresh(const QString &name, QObject *context, Answer<ConnectedModels> answer)
{
    m_onEngine([name, answer = back<ConnectedModels>(context, std::move(answer), true)](Runtime &runtime) {
        runtime.models().refresh(name, &runtime.connections(), answer);
    });
}

void EngineConnections::attempt(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer)
{
    m_onEngine([connection, key, answer = back<ConnectedModels>(context, std::move(answer))](Runtime &runtime) {
        resolveUnsaved(runtime.connections(), connection, key, [&runtime, answer](const Result<ResolvedConnection> &resolved) {
            if (!resolved)
                return answer(tl::unexpected(resolved.error()));
            auto *test = new ConnectionTest({}, &runtime.connections());
            test->start(*resolved, [&runtime, test, connection = resolved->connection, answer](const Result<ConnectionReport> &report) {
                test->deleteLater();
                answer(report ? runtime.models().preview(connection, report->bodies) : tl::unexpected(report.error()));
            });
        });
    });
}

void EngineConnections::save(const Connection &connection, const NewKey &key, QObject *context, Answer<ConnectedModels> answer)
{
    m_onEngine([connection, key, answer = back<ConnectedModels>(context, std::move(answer), true)](Runtime &runtime) {
        runtime.connections().add(connection, key, &runtime.connections(), [&runtime, answer](const Result<Connection> &made) {
            if (!made)
                return answer(tl::unexpected(made.error()));
            // It is saved; a list that cannot be had now is asked for again later.
            runtime.models().refresh(made->name, &runtime.connections(), [&runtime, answer, made = *made](const Result<ConnectedModels> &fresh) {
                answer(fresh ? *fresh : modelsOf(runtime, made));
            });
        });
    });
}

void EngineConnections::replaceKey(const QString &name, const NewKey &key, QObject *context, Answer<ConnectedModels> answer)
{
    m_onEngine([name, key, answer = back<ConnectedModels>(context, std::move(answer), true)](Runtime &runtime) {
        runtime.connections().replaceKey(name, key, &runtime.connections(), [&runtime, answer](const Result<Connection> &made) {
            answer(made ? Result<ConnectedModels>(modelsOf(runtime, *made)) : tl::unexpected(made.error()));
        });
    });
}

void EngineConnections::remove(const QString &name, QObject *context, Answer<void> answer)
{
    m_onEngine([name, answer = back<void>(context, std::move(answer), true)](Runtime &runtime) {
        runtime.connections().remove(name, &runtime.connections(), answer);
    });
}

void EngineConnections::setFavourite(const QString &name, const QString &model, bool favourite)
{
    const Answer<void> answer = back<void>(this, [](const Done &) {}, true);
    m_onEngine([name, model, favourite, answer](Runtime &runtime) {
        const ConnectionFile &file = runtime.connections().file();
        const Result<ConnectionList> all = file.load();
        std::optional<Connection> connection = all ? all->find(name) : std::nullopt;
        if (!connection)
            return;
        connection->favourites.removeAll(model);
        if (favourite)
            connection->favourites.append(model);
        answer(file.put(*connection));
    });
}

void EngineConnections::findLocalServers(QObject *context, Answer<QList<LocalServer>> answer)
{
    m_onEngine([answer = back<QList<LocalServer>>(context, std::move(answer))](Runtime &runtime) {
        auto *servers = new LocalServers(LocalServers::usualPorts(), std::chrono::milliseconds(600), &runtime.connections());
        servers->find([servers, answer](const QList<LocalServer> &found) {
            servers->deleteLater();
            answer(found);
        });
    });
}

void EngineConnections::keyringName(QObject *context, Answer<QString> answer)
{
    m_onEngine([answer = back<QString>(context, std::move(answer))](Runtime &runtime) {
        runtime.connections().keys().keyring().probe(&runtime.connections(), [answer](const Result<KeyringReply> &reply) {
            answer(reply ? Result<QString>(reply->keyring) : tl::unexpected(reply.error()));
        });
    });
}

} // namespace vitrine
