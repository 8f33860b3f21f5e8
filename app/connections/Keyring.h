#pragma once

#include "base/Error.h"
#include "connections/BoundKey.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

class QJsonObject;

namespace vitrine {

// What the session's keyring said. Who keeps it is known also when there is no such entry.
struct KeyringReply {
    std::optional<BoundKey> key; // of read(): absent when the keyring is open and has no such entry
    QString keyring;             // "gnome-keyring-d", "kwalletd6"; empty when unknown
};

struct KeyringLimits {
    std::chrono::milliseconds answer{5'000};
    std::chrono::milliseconds unlocking{60'000}; // while a person types the keyring's password
};

// The desktop's keyring (Secret Service or KWallet), reached through a program of its own: one that hangs is killed at the limit, and
// then does nothing later either. A locked keyring is the error Permission, a limit Timeout, a session without keyring Storage: never
// an absent key. Lives on one thread; `context` is of the same thread, and after it is gone nothing is called. `done` is called later,
// once; not after the Keyring is gone.
class Keyring final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Keyring)

public:
    using Callback = std::function<void(const Result<KeyringReply> &)>;

    // `program`: vitrine-keyring, which may not exist.
    explicit Keyring(QString program, const KeyringLimits &limits = {}, QObject *parent = nullptr);

    void read(const QString &entry, QObject *context, Callback done);
    void write(const QString &entry, const BoundKey &key, QObject *context, Callback done);
    void remove(const QString &entry, QObject *context, Callback done);
    // Whether there is one, and who keeps it; for the doctor and the connect page.
    void probe(QObject *context, Callback done);

private:
    void ask(const QString &action, const QJsonObject &question, QObject *context, Callback done);

    QString m_program;
    KeyringLimits m_limits;
};

// vitrine-keyring beside the running program.
QString keyringProgram();

} // namespace vitrine
