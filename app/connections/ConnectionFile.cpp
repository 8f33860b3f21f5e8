#include "connections/ConnectionFile.h"

#include "base/Json.h"
#include "base/Profile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int version = 1;
constexpr int lockWaitMs = 1000;
constexpr qint64 largestFile = 4 * 1024 * 1024;

// Where translators find these sentences.
struct ConnectionFiles {
    Q_DECLARE_TR_FUNCTIONS(ConnectionFiles)
};

auto named(const QString &name)
{
    return [name](const Connection &connection) { return connection.name == name; };
}

void takeEntry(ConnectionList &list, const QJsonValue &value)
{
    const Result<Connection> connection = connectionFromJson(value.toObject());
    if (connection && !list.find(connection->name)) {
        list.connections.append(*connection);
        return;
    }
    list.unread.append(value);
    list.problem = connection ? ConnectionFiles::tr("Two connections are named \"%1\"; the second is left aside.").arg(connection->name)
                              : ConnectionFiles::tr("A connection could not be read: %1").arg(connection.error().message);
}

} // namespace

std::optional<Connection> ConnectionList::find(const QString &name) const
{
    const auto found = std::find_if(connections.cbegin(), connections.cend(), named(name));
    return found == connections.cend() ? std::nullopt : std::optional<Connection>(*found);
}

ConnectionFile::ConnectionFile(QString path)
    : m_path(std::move(path))
{
}

ConnectionFile::ConnectionFile(const Profile &profile)
    : m_path(QFileInfo(profile.settingsFile).path() + QLatin1String("/connections.json"))
{
}

Result<ConnectionList> ConnectionFile::load() const
{
    ConnectionList list;
    QFile file(m_path);
    if (!file.exists())
        return list;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, ConnectionFiles::tr("The connections in %1 cannot be read: %2.").arg(m_path, file.errorString()));
    const Result<QJsonObject> root = parseJsonObject(file.read(largestFile));
    file.close();
    if (!root || !root->value(QLatin1String("connections")).isArray()) {
        const QString aside = m_path + QLatin1String(".broken");
        QFile::remove(aside);
        if (!QFile::rename(m_path, aside))
            return fail(ErrorKind::Io, ConnectionFiles::tr("The connections in %1 are damaged and cannot be set aside; remove the file.").arg(m_path));
        list.problem = ConnectionFiles::tr("The connections could not be read; they were set aside as %1 and begin anew.").arg(aside);
        return list;
    }
    const QJsonArray entries = root->value(QLatin1String("connections")).toArray();
    for (const QJsonValue &entry : entries)
        takeEntry(list, entry);
    if (root->value(QLatin1String("version")).toInt(version) > version) {
        list.readOnly = true;
        list.problem = ConnectionFiles::tr("The connections come from a newer version of the program; changes are not kept.");
    }
    return list;
}

Done ConnectionFile::put(const Connection &connection) const
{
    if (const Done fine = check(connection); !fine)
        return fine;
    return change([&connection](QList<Connection> &all) -> Done {
        const auto found = std::find_if(all.begin(), all.end(), named(connection.name));
        if (found == all.end())
            all.append(connection);
        else
            *found = connection;
        return {};
    });
}

Done ConnectionFile::add(const Connection &connection) const
{
    if (const Done fine = check(connection); !fine)
        return fine;
    return change([&connection](QList<Connection> &all) -> Done {
        if (std::any_of(all.cbegin(), all.cend(), named(connection.name)))
            return fail(ErrorKind::InvalidRequest, ConnectionFiles::tr("A connection \"%1\" is there already; remove it first, or choose another name.").arg(connection.name));
        all.append(connection);
        return {};
    });
}

Done ConnectionFile::remove(const QString &name) const
{
    return change([&name](QList<Connection> &all) -> Done {
        const auto found = std::find_if(all.cbegin(), all.cend(), named(name));
        if (found == all.cend())
            return noSuchConnection(name);
        all.erase(found);
        return {};
    });
}

Done ConnectionFile::change(const std::function<Done(QList<Connection> &)> &edit) const
{
    QLockFile lock(m_path + QLatin1String(".lock"));
    if (!lock.tryLock(lockWaitMs))
        return fail(ErrorKind::Io, ConnectionFiles::tr("Another program is just changing the connections; try again."));
    Result<ConnectionList> list = load();
    if (!list)
        return tl::unexpected(list.error());
    if (list->readOnly)
        return fail(ErrorKind::Storage, list->problem);
    if (const Done edited = edit(list->connections); !edited)
        return edited;
    return save(*list);
}

Done ConnectionFile::save(const ConnectionList &list) const
{
    QJsonArray entries;
    for (const Connection &connection : list.connections)
        entries.append(toJsonObject(connection));
    for (const QJsonValue &entry : list.unread)
        entries.append(entry);
    QSaveFile file(m_path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(QJsonObject{{"version", version}, {"connections", entries}}).toJson()) > 0 && file.commit();
    if (!saved)
        return fail(ErrorKind::Io, ConnectionFiles::tr("The connections cannot be saved in %1: %2.").arg(m_path, file.errorString()));
    return {};
}

tl::unexpected<Error> noSuchConnection(const QString &name)
{
    return fail(ErrorKind::InvalidRequest, ConnectionFiles::tr("There is no connection \"%1\"; vitrine providers list shows them.").arg(name));
}

} // namespace vitrine
