#pragma once

#include "base/Error.h"
#include "providers/HttpErrors.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace vitrine {

// The protocol that a server speaks.
enum class Api { Responses, Chat, Messages, Gemini };

// "responses", "chat", "messages", "gemini", as the command line and the file have it.
QString toString(Api api);
std::optional<Api> apiFromString(QStringView name);

// Where the key of a connection comes from.
enum class KeySource { None, Environment, Keyring, File, Session };

// "none", "environment", "keyring", "file", "session".
QString toString(KeySource source);
std::optional<KeySource> keySourceFromString(QStringView name);

// What is known about a key without knowing the key.
struct KeyPlace {
    KeySource source = KeySource::None;
    QString variable; // Environment only
    QString entry;    // Keyring, File and Session: under which name it lies there; stays when the connection is renamed
    QString keyring;  // Keyring only: who kept it ("gnome-keyring-d", "kwalletd6"), so that a change is noticed
    QString endpoint; // as endpointOf() gave it when the key was entered; it goes nowhere else

    bool operator==(const KeyPlace &) const = default;
};

// How a provider is reached. Never holds a key.
struct Connection {
    QString name; // unique; what isConnectionName() takes
    Api api = Api::Responses;
    QUrl baseUrl; // what that API's official client takes: ending in /v1, or the bare host for messages and gemini
    QString defaultModel;
    QString keyHeader; // empty: the API's own, see keyHeaderOf()
    HttpHeaders headers; // extra ones; no secrets
    QString organization;
    QString project;
    bool allowPlainHttp = false; // http:// to another machine than this one
    QUrl proxy; // empty: as the environment says; holds no password
    QString preset;
    QStringList favourites; // models, in the order in which they were chosen
    KeyPlace key;

    bool operator==(const Connection &) const = default;
};

// 1 to 40 of a-z, 0-9, "-", "_" and inner spaces, beginning with a letter or a digit. "offline" is taken.
bool isConnectionName(const QString &name);
// What may stand in a file as it is: a web address without user, password, query and fragment, encrypted unless it is this machine
// or `allowPlainHttp`. The error says what is wrong with it.
Done checkBaseUrl(const QUrl &url, bool allowPlainHttp);
// A header's name and value are well-formed, and it is not one that carries a secret.
Done checkHeader(const QByteArray &name, const QByteArray &value);
// http or socks5, without a password: the file is no place for one.
Done checkProxy(const QUrl &url);
// All of the above.
Done check(const Connection &connection);

// "https://api.openai.com:443": scheme, host and port, which is what a key is bound to. Empty for an invalid address.
QString endpointOf(const QUrl &url);
// "Authorization" for responses and chat, "x-api-key", "x-goog-api-key", or the connection's own.
QByteArray keyHeaderOf(const Connection &connection);
// The header's value: "Bearer KEY" for Authorization, else the key.
QByteArray keyHeaderValue(const QByteArray &header, const QByteArray &secret);

// Of connections.json. Wrong types read as absent; the error names what a connection cannot do without.
QJsonObject toJsonObject(const Connection &connection);
Result<Connection> connectionFromJson(const QJsonObject &json);

} // namespace vitrine
