#pragma once

#include "connections/Connection.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace vitrine {

struct Profile;

// What connections.json holds.
struct ConnectionList {
    QList<Connection> connections; // names are unique
    QJsonArray unread;             // entries that make no sense to this version; kept as they are
    QString problem;               // one sentence for the person; empty when all was well
    bool readOnly = false;         // from a newer version: it is not written

    std::optional<Connection> find(const QString &name) const;
};

// The connections of a profile, beside the settings: one readable file of mode 0600, replaced as a whole. Holds no secret.
// Window and terminal share it, so every change reads it anew under a lock (which waits up to a second). Any thread.
class ConnectionFile final
{
public:
    explicit ConnectionFile(QString path);
    explicit ConnectionFile(const Profile &profile);

    QString path() const { return m_path; }
    // A damaged file is set aside and named in `problem`. A missing one is an empty list.
    Result<ConnectionList> load() const;
    // Puts it in place of the one of the same name, or at the end.
    Done put(const Connection &connection) const;
    // The same, but a name that is there already is an error.
    Done add(const Connection &connection) const;
    // InvalidRequest when there is none of that name.
    Done remove(const QString &name) const;

private:
    Done change(const std::function<Done(QList<Connection> &)> &edit) const;
    Done save(const ConnectionList &list) const;

    QString m_path;
};

// "There is no connection NAME; ..."
tl::unexpected<Error> noSuchConnection(const QString &name);

} // namespace vitrine
