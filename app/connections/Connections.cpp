#include "connections/Connections.h"

#include "base/Profile.h"
#include "connections/ConnectionPresets.h"

#include <QFileInfo>
#include <QPointer>

namespace vitrine {

namespace {

template<class Answer>
void later(QObject *context, std::function<void(const Answer &)> done, const Answer &answer)
{
    QMetaObject::invokeMethod(context, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
}

KeyStoreOptions optionsFor(const Profile &profile)
{
    return {QFileInfo(profile.settingsFile).path() + QLatin1String("/keys.json"), keyringProgram(), {}};
}

} // namespace

Connections::Connections(const Profile &profile, EnvironmentKeys environment, QObject *parent)
    : QObject(parent), m_file(profile), m_keys(optionsFor(profile), std::move(environment))
{
}

QStringList Connections::variables(const Profile &profile)
{
    QStringList names;
    for (const ConnectionPreset &preset : connectionPresets())
        names.append(preset.keyVariable);
    if (const Result<ConnectionList> list = ConnectionFile(profile).load()) {
        for (const Connection &connection : list->connections)
            names.append(connection.key.variable);
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

Result<Connection> Connections::find(const QString &name) const
{
    const Result<ConnectionList> list = m_file.load();
    if (!list)
        return tl::unexpected(list.error());
    const std::optional<Connection> found = list->find(name);
    if (!found)
        return noSuchConnection(name);
    return *found;
}

void Connections::resolve(const QString &name, QObject *context, std::function<void(const Result<ResolvedConnection> &)> done)
{
    const Result<Connection> connection = find(name);
    if (!connection)
        return later<Result<ResolvedConnection>>(context, std::move(done), tl::unexpected(connection.error()));
    m_keys.read(*connection, context, [connection = *connection, done = std::move(done)](const Result<KeyReading> &reading) {
        if (!reading)
            return done(tl::unexpected(reading.error()));
        done(ResolvedConnection{connection, reading->key, reading->notice});
    });
}

void Connections::add(const Connection &connection, const NewKey &key, QObject *context, std::function<void(const Result<Connection> &)> done)
{
    Result<Connection> refused = connection;
    if (const Done fine = check(connection); !fine)
        refused = tl::unexpected(fine.error());
    else if (find(connection.name))
        refused = fail(ErrorKind::InvalidRequest, tr("A connection \"%1\" is there already; remove it first, or choose another name.").arg(connection.name));
    if (!refused)
        return later(context, std::move(done), refused);
    keep(connection, key, [this](const Connection &made) { return m_file.add(made); }, context, std::move(done));
}

void Connections::replaceKey(const QString &name, const NewKey &key, QObject *context, std::function<void(const Result<Connection> &)> done)
{
    const Result<Connection> old = find(name);
    if (!old)
        return later(context, std::move(done), old);
    keep(*old, key, [this](const Connection &made) { return m_file.put(made); }, context, [this, old = *old, done = std::move(done)](const Result<Connection> &made) {
        // The new one is safe; a keyring that will not let go of the old one is no reason to complain.
        if (made)
            m_keys.remove(old, this, [](const Done &) {});
        done(made);
    });
}

void Connections::keep(Connection connection, const NewKey &key, const Save &save, QObject *context, std::function<void(const Result<Connection> &)> done)
{
    if (key.source == KeySource::None || key.source == KeySource::Environment) {
        connection.key = key.source == KeySource::None ? KeyPlace{} : KeyPlace{key.source, key.variable, {}, {}, endpointOf(connection.baseUrl)};
        Done saved = isVariableName(key.variable) || key.source == KeySource::None ? save(connection) : fail(ErrorKind::InvalidRequest, tr("An environment variable's name has letters, digits and _ only."));
        return later<Result<Connection>>(context, std::move(done), saved ? Result<Connection>(connection) : tl::unexpected(saved.error()));
    }
    // Its own context: a key that was written must find its connection, or be removed again, also when the asker has gone.
    m_keys.write(connection, key.typed, key.source, key.unencryptedIsFine, this,
                 [this, connection, save, context = QPointer<QObject>(context), done = std::move(done)](const Result<KeyPlace> &place) mutable {
        Result<Connection> result = connection;
        if (!place) {
            result = tl::unexpected(place.error());
        } else {
            result->key = *place;
            if (const Done saved = save(*result); !saved) {
                m_keys.remove(*result, this, [](const Done &) {});
                result = tl::unexpected(saved.error());
            }
        }
        if (context)
            done(result);
    });
}

void Connections::remove(const QString &name, QObject *context, std::function<void(const Done &)> done)
{
    const Result<Connection> connection = find(name);
    if (!connection)
        return later<Done>(context, std::move(done), tl::unexpected(connection.error()));
    m_keys.remove(*connection, this, [this, name, context = QPointer<QObject>(context), done = std::move(done)](const Done &removed) {
        const Done result = removed ? m_file.remove(name) : removed;
        if (context)
            done(result);
    });
}

} // namespace vitrine
