#include "connections/KeyStore.h"

#include "base/Id.h"
#include "connections/KeyText.h"

#include <QDateTime>
#include <QPointer>

namespace vitrine {

namespace {

template<class Answer>
void later(KeyStore *store, QObject *context, std::function<void(const Answer &)> done, Answer answer)
{
    QMetaObject::invokeMethod(context, [store = QPointer<KeyStore>(store), done = std::move(done), answer = std::move(answer)] {
        if (store)
            done(answer);
    }, Qt::QueuedConnection);
}

tl::unexpected<Error> enterAgain(const Connection &connection, const QString &reason)
{
    return fail(ErrorKind::Auth, KeyStore::tr("%1 Enter the key of \"%2\" again.").arg(reason, connection.name));
}

// The last check before a key leaves the store.
Result<KeyReading> boundTo(const Connection &connection, const BoundKey &key, const QString &notice = {})
{
    const QString endpoint = endpointOf(connection.baseUrl);
    if (endpoint.isEmpty() || key.endpoint != endpoint)
        return enterAgain(connection, KeyStore::tr("Its key was entered for %1, and the base URL now leads to %2.").arg(key.endpoint, endpoint));
    const Result<QByteArray> clean = cleanKey(key.secret);
    if (!clean)
        return tl::unexpected(clean.error());
    return KeyReading{{endpoint, *clean}, notice};
}

Result<KeyReading> readReply(const Connection &connection, const Result<KeyringReply> &reply)
{
    if (!reply)
        return tl::unexpected(reply.error());
    const QString &before = connection.key.keyring;
    const bool moved = !before.isEmpty() && !reply->keyring.isEmpty() && before != reply->keyring;
    if (reply->key)
        return boundTo(connection, *reply->key, moved ? KeyStore::tr("The key of \"%1\" now comes from the keyring %2; it was put into %3.").arg(connection.name, reply->keyring, before) : QString());
    if (moved)
        return enterAgain(connection, KeyStore::tr("Its key was put into the keyring %1, and now %2 answers, which does not have it.").arg(before, reply->keyring));
    return enterAgain(connection, KeyStore::tr("The keyring does not have its key."));
}

// New for each key, so that what lies under another profile's or an older connection's name is never overwritten.
QString newEntry(const Connection &connection)
{
    return connection.name + QLatin1Char(' ') + createUlid(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

KeyStore::KeyStore(const KeyStoreOptions &options, EnvironmentKeys environment, QObject *parent)
    : QObject(parent), m_environment(std::move(environment)), m_file(options.keyFile), m_keyring(options.keyringProgram, options.keyring)
{
}

KeyStore::~KeyStore()
{
    for (BoundKey &key : m_session)
        wipe(key.secret);
}

void KeyStore::read(const Connection &connection, QObject *context, std::function<void(const Result<KeyReading> &)> done)
{
    if (connection.key.source != KeySource::Keyring)
        return later(this, context, std::move(done), readHere(connection));
    m_keyring.read(connection.key.entry, context, [connection, done = std::move(done)](const Result<KeyringReply> &reply) { done(readReply(connection, reply)); });
}

Result<KeyReading> KeyStore::readHere(const Connection &connection)
{
    switch (connection.key.source) {
    case KeySource::Environment:
        return readEnvironment(connection);
    case KeySource::File: {
        const Result<std::optional<BoundKey>> key = m_file.read(connection.key.entry);
        if (!key)
            return tl::unexpected(key.error());
        if (!*key)
            return enterAgain(connection, tr("The key file does not have its key."));
        return boundTo(connection, **key, tr("The key of \"%1\" is not encrypted: it lies in %2.").arg(connection.name, m_file.path()));
    }
    case KeySource::Session: {
        const auto found = m_session.constFind(connection.key.entry);
        if (found == m_session.cend())
            return enterAgain(connection, tr("Its key was kept for one session only, and that has ended."));
        return boundTo(connection, *found);
    }
    case KeySource::None:
    case KeySource::Keyring:
        break;
    }
    return KeyReading{};
}

Result<KeyReading> KeyStore::readEnvironment(const Connection &connection)
{
    const QString &variable = connection.key.variable;
    QByteArray value = m_environment.value(variable);
    if (value.trimmed().isEmpty())
        return fail(ErrorKind::Auth, tr("The environment variable %1, which holds the key of \"%2\", is not set; set it and start Vitrine again.").arg(variable, connection.name));
    return boundTo(connection, {connection.key.endpoint, value});
}

void KeyStore::write(const Connection &connection, const QByteArray &typed, KeySource where, bool unencryptedIsFine, QObject *context, std::function<void(const Result<KeyPlace> &)> done)
{
    const Result<QByteArray> clean = cleanKey(typed);
    const QString endpoint = endpointOf(connection.baseUrl);
    Result<KeyPlace> refused = fail(ErrorKind::InvalidRequest, tr("A key is kept in the keyring, in a file or for this session; nowhere else."));
    if (!clean)
        refused = tl::unexpected(clean.error());
    else if (endpoint.isEmpty())
        refused = fail(ErrorKind::InvalidRequest, tr("The base URL of \"%1\" is not a web address, so its key could go nowhere.").arg(connection.name));
    else if (where == KeySource::File && !unencryptedIsFine)
        refused = fail(ErrorKind::Denied, tr("In a file the key is not encrypted: whoever reads your files reads it. Nothing was saved without your yes."));
    else if (where == KeySource::Keyring) {
        const KeyPlace place{where, {}, newEntry(connection), {}, endpoint};
        m_keyring.write(place.entry, {endpoint, *clean}, context, [place, done = std::move(done)](const Result<KeyringReply> &reply) {
            if (!reply)
                return done(tl::unexpected(reply.error()));
            KeyPlace kept = place;
            kept.keyring = reply->keyring;
            done(kept);
        });
        return;
    } else if (where == KeySource::File || where == KeySource::Session)
        refused = writeHere(connection, {endpoint, *clean}, where);
    later(this, context, std::move(done), std::move(refused));
}

Result<KeyPlace> KeyStore::writeHere(const Connection &connection, const BoundKey &key, KeySource where)
{
    const KeyPlace place{where, {}, newEntry(connection), {}, key.endpoint};
    if (where == KeySource::Session) {
        m_session.insert(place.entry, key);
    } else if (const Done written = m_file.write(place.entry, key); !written) {
        return tl::unexpected(written.error());
    }
    return place;
}

void KeyStore::remove(const Connection &connection, QObject *context, std::function<void(const Done &)> done)
{
    const KeyPlace &place = connection.key;
    if (place.source == KeySource::Keyring) {
        m_keyring.remove(place.entry, context, [done = std::move(done)](const Result<KeyringReply> &reply) { done(reply ? Done() : Done(tl::unexpected(reply.error()))); });
        return;
    }
    Done removed;
    if (place.source == KeySource::File)
        removed = m_file.remove(place.entry);
    else if (place.source == KeySource::Session)
        m_session.remove(place.entry);
    later(this, context, std::move(done), removed);
}

} // namespace vitrine
