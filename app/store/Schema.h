#pragma once

#include "store/Database.h"

#include <QList>

#include <functional>

namespace vitrine {

// Brings a database from version `to - 1` to version `to`.
struct Migration {
    int to = 0;
    std::function<Done(Database &)> apply;
};

// All of ours, from version 1 on.
const QList<Migration> &migrations();
// "Vitr" in the header of the file (PRAGMA application_id), so that another program's database is never taken for ours.
inline constexpr qint64 applicationId = 0x56697472;

struct SchemaState {
    qint64 applicationId = 0;
    qint64 version = 0; // 0: an empty database
};
Result<SchemaState> schemaState(const Database &database);
// Refuses another program's file and one of a version above the last of `steps`.
Done acceptSchema(const SchemaState &state, const QList<Migration> &steps);
// Applies what is missing, in one transaction. A database that holds something is copied first to a file beside it,
// whose path is the answer; else the answer is empty.
Result<QString> migrate(Database &database, const QList<Migration> &steps);

} // namespace vitrine
