#pragma once

#include "connections/BoundKey.h"
#include "connections/Connection.h"
#include "connections/EnvironmentKeys.h"
#include "connections/KeyFile.h"
#include "connections/Keyring.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace vitrine {

struct KeyReading {
    BoundKey key;   // empty only for a connection without one
    QString notice; // one sentence for the person: the keyring has changed, the key is not encrypted. Empty: nothing to say
};

struct KeyStoreOptions {
    QString keyFile;        // keys.json of the profile
    QString keyringProgram; // see keyringProgram()
    KeyringLimits keyring;
};

// The keys of connections, each in the place that its connection names. A key is given out for the endpoint it was entered for and for
// no other: with another base URL the answer is the error Auth, which asks for it again. "No key" is said only where that is known; a
// keyring that is locked or silent is an error of its own (see Keyring), after which nothing was changed.
// Lives on one thread, as `context` does; callbacks come later, once, and not when the context or the store is gone. The keyring is asked in
// another process; of files only a few hundred bytes beside the settings are read at once.
class KeyStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyStore)

public:
    KeyStore(const KeyStoreOptions &options, EnvironmentKeys environment, QObject *parent = nullptr);
    ~KeyStore() override;

    void read(const Connection &connection, QObject *context, std::function<void(const Result<KeyReading> &)> done);
    // Puts `typed` into the keyring, the file or this session, bound to the connection's endpoint, and gives the place to save with the
    // connection. File needs `unencryptedIsFine`: the person's own yes. Environment takes no key: its variable is in `connection.key`.
    void write(const Connection &connection, const QByteArray &typed, KeySource where, bool unencryptedIsFine, QObject *context,
               std::function<void(const Result<KeyPlace> &)> done);
    // Fine also when the key is gone already. An environment variable is left alone.
    void remove(const Connection &connection, QObject *context, std::function<void(const Done &)> done);

    Keyring &keyring() { return m_keyring; }

private:
    Result<KeyReading> readHere(const Connection &connection);
    Result<KeyReading> readEnvironment(const Connection &connection);
    Result<KeyPlace> writeHere(const Connection &connection, const BoundKey &key, KeySource where);

    EnvironmentKeys m_environment;
    KeyFile m_file;
    Keyring m_keyring;
    QHash<QString, BoundKey> m_session; // by KeyPlace::entry
};

} // namespace vitrine
