#pragma once

#include "connections/ConnectionFile.h"
#include "connections/KeyStore.h"

#include <QObject>

#include <functional>

namespace vitrine {

struct Profile;

// All that is needed to call a provider.
struct ResolvedConnection {
    Connection connection;
    BoundKey key;   // empty for a connection without one; bound to the endpoint of connection.baseUrl
    QString notice; // as of KeyReading
};

// A key that goes with a connection as it is added.
struct NewKey {
    KeySource source = KeySource::None;
    QString variable;  // Environment
    QByteArray typed;  // Keyring, File, Session; cleaned here
    bool unencryptedIsFine = false; // the person's yes to File
};

// The connections of one profile with their keys. Lives on one thread; see KeyStore for when callbacks come.
class Connections final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connections)

public:
    // `environment`: what was taken at the start of the program, see variables().
    Connections(const Profile &profile, EnvironmentKeys environment, QObject *parent = nullptr);

    // The variables that may hold keys: those of the saved connections and of the presets.
    static QStringList variables(const Profile &profile);

    const ConnectionFile &file() const { return m_file; }
    KeyStore &keys() { return m_keys; }

    // What a turn needs to call the provider of that name. Reads the file anew, so that what the terminal did counts.
    void resolve(const QString &name, QObject *context, std::function<void(const Result<ResolvedConnection> &)> done);
    // First the key, then the connection; when one fails neither is kept. Gives the connection as it was saved.
    void add(const Connection &connection, const NewKey &key, QObject *context, std::function<void(const Result<Connection> &)> done);
    // The same for one that is there, whose old key is removed: after a new base URL, or a lost key.
    void replaceKey(const QString &name, const NewKey &key, QObject *context, std::function<void(const Result<Connection> &)> done);
    // With the stored key. When the key cannot be removed (a locked keyring) the connection stays.
    void remove(const QString &name, QObject *context, std::function<void(const Done &)> done);

private:
    using Save = std::function<Done(const Connection &)>;
    Result<Connection> find(const QString &name) const;
    void keep(Connection connection, const NewKey &key, const Save &save, QObject *context, std::function<void(const Result<Connection> &)> done);

    ConnectionFile m_file;
    KeyStore m_keys;
};

} // namespace vitrine
