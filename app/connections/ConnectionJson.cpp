#include "connections/Connection.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace vitrine {

namespace {

constexpr int mostHeaders = 50;
constexpr int mostFavourites = 500;

// Empty texts are left out, so that the file stays readable.
void put(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(name), text);
}

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

QJsonObject toJsonObject(const KeyPlace &key)
{
    QJsonObject json{{"source", toString(key.source)}};
    put(json, "variable", key.variable);
    put(json, "entry", key.entry);
    put(json, "keyring", key.keyring);
    put(json, "endpoint", key.endpoint);
    return json;
}

KeyPlace keyPlaceFromJson(const QJsonObject &json)
{
    return {keySourceFromString(text(json, "source")).value_or(KeySource::None), text(json, "variable"), text(json, "entry"), text(json, "keyring"), text(json, "endpoint")};
}

} // namespace

QJsonObject toJsonObject(const Connection &connection)
{
    QJsonObject json{{"name", connection.name}, {"api", toString(connection.api)}, {"base_url", connection.baseUrl.toString(QUrl::FullyEncoded)}, {"key", toJsonObject(connection.key)}};
    put(json, "preset", connection.preset);
    put(json, "model", connection.defaultModel);
    put(json, "key_header", connection.keyHeader);
    put(json, "organization", connection.organization);
    put(json, "project", connection.project);
    put(json, "proxy", connection.proxy.toString(QUrl::FullyEncoded));
    if (connection.allowPlainHttp)
        json.insert(QLatin1String("allow_plain_http"), true);
    if (!connection.favourites.isEmpty())
        json.insert(QLatin1String("favourites"), QJsonArray::fromStringList(connection.favourites));
    QJsonArray headers; // a list: their order matters to some servers
    for (const auto &[name, value] : connection.headers)
        headers.append(QJsonObject{{"name", QString::fromUtf8(name)}, {"value", QString::fromUtf8(value)}});
    if (!headers.isEmpty())
        json.insert(QLatin1String("headers"), headers);
    return json;
}

Result<Connection> connectionFromJson(const QJsonObject &json)
{
    Connection connection;
    connection.name = text(json, "name");
    const std::optional<Api> api = apiFromString(text(json, "api"));
    if (!api)
        return fail(ErrorKind::InvalidRequest, QCoreApplication::translate("ConnectionCheck", "The connection \"%1\" names no protocol that this version knows.").arg(connection.name));
    connection.api = *api;
    connection.baseUrl = QUrl(text(json, "base_url"), QUrl::StrictMode);
    connection.preset = text(json, "preset");
    connection.defaultModel = text(json, "model");
    connection.keyHeader = text(json, "key_header");
    connection.organization = text(json, "organization");
    connection.project = text(json, "project");
    connection.proxy = QUrl(text(json, "proxy"), QUrl::StrictMode);
    connection.allowPlainHttp = json.value(QLatin1String("allow_plain_http")).toBool();
    connection.key = keyPlaceFromJson(json.value(QLatin1String("key")).toObject());
    const QJsonArray headers = json.value(QLatin1String("headers")).toArray();
    for (const QJsonValue &header : headers) {
        if (connection.headers.size() < mostHeaders)
            connection.headers.append({text(header.toObject(), "name").toUtf8(), text(header.toObject(), "value").toUtf8()});
    }
    const QJsonArray favourites = json.value(QLatin1String("favourites")).toArray();
    for (const QJsonValue &model : favourites) {
        if (model.isString() && connection.favourites.size() < mostFavourites)
            connection.favourites.append(model.toString());
    }
    if (const Done fine = check(connection); !fine)
        return tl::unexpected(fine.error());
    return connection;
}

} // namespace vitrine
