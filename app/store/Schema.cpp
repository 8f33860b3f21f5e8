#include "store/Schema.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace vitrine {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// Times are milliseconds since 1970 in UTC. `owner` names the process a running turn belongs to and is NULL once it ended.
// Items refer to a turn of their own conversation only; bodies are the JSON of model/ItemJson.h.
Done createVersion1(Database &database)
{
    return database.execute(R"(
        CREATE TABLE conversation(
            id TEXT PRIMARY KEY NOT NULL,
            title TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            pinned INTEGER NOT NULL,
            deleted_at INTEGER);
        CREATE TABLE turn(
            id TEXT PRIMARY KEY NOT NULL,
            conversation TEXT NOT NULL REFERENCES conversation(id),
            parent TEXT,
            started_at INTEGER,
            provider TEXT NOT NULL,
            model TEXT NOT NULL,
            effort TEXT NOT NULL,
            owner TEXT,
            UNIQUE(conversation, id),
            FOREIGN KEY(conversation, parent) REFERENCES turn(conversation, id));
        CREATE INDEX turn_running ON turn(owner) WHERE owner IS NOT NULL;
        CREATE TABLE item(
            id TEXT PRIMARY KEY NOT NULL,
            conversation TEXT NOT NULL,
            seq INTEGER NOT NULL,
            turn TEXT NOT NULL,
            kind TEXT NOT NULL,
            status TEXT NOT NULL,
            provenance TEXT NOT NULL,
            started_at INTEGER,
            ended_at INTEGER,
            body TEXT NOT NULL,
            UNIQUE(conversation, seq),
            FOREIGN KEY(conversation, turn) REFERENCES turn(conversation, id));
        CREATE TABLE draft(
            id TEXT PRIMARY KEY NOT NULL,
            conversation TEXT NOT NULL,
            turn TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            call_id TEXT NOT NULL,
            text TEXT NOT NULL,
            started_at INTEGER,
            FOREIGN KEY(conversation, turn) REFERENCES turn(conversation, id));
    )");
}

Done applyMissing(Database &database, const QList<Migration> &steps)
{
    Transaction transaction(database, Database::Sync::Full);
    if (!transaction.begun())
        return transaction.begun();
    // Another process may have done it between our first look and the lock.
    const Result<SchemaState> state = schemaState(database);
    if (!state)
        return tl::unexpected(state.error());
    for (const Migration &step : steps) {
        if (step.to <= state->version)
            continue;
        if (const Done done = step.apply(database); !done)
            return done;
    }
    const QByteArray mark = "PRAGMA application_id=" + QByteArray::number(applicationId) + "; PRAGMA user_version=" + QByteArray::number(steps.constLast().to);
    if (const Done done = database.execute(mark.constData()); !done)
        return done;
    return transaction.commit();
}

Result<QString> backUp(Database &database, qint64 version)
{
    const QString path = QStringLiteral("%1.version-%2").arg(database.path()).arg(version);
    QFile::remove(path); // of an earlier try that failed
    const int fd = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(ErrorKind::Storage, Text::tr("The copy of the conversations that is made before an update could not be written to %1.").arg(path));
    ::close(fd);
    if (const Done done = database.statement("VACUUM INTO ?1").bind(path).run(); !done) {
        QFile::remove(path);
        return tl::unexpected(done.error());
    }
    return path;
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> all{{1, createVersion1}};
    return all;
}

Result<SchemaState> schemaState(const Database &database)
{
    const Result<qint64> id = database.integer("PRAGMA application_id");
    const Result<qint64> version = database.integer("PRAGMA user_version");
    // The pragmas answer 0 for a file that is no database at all; this reads it.
    const Result<qint64> tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!id || !version || !tables)
        return tl::unexpected(!tables ? tables.error() : !id ? id.error() : version.error());
    if (*tables > 0 && *id == 0 && *version == 0)
        return SchemaState{-1, 0};
    return SchemaState{*id, *version};
}

Done acceptSchema(const SchemaState &state, const QList<Migration> &steps)
{
    if (state.applicationId != applicationId && (state.applicationId != 0 || state.version != 0))
        return fail(ErrorKind::Storage, Text::tr("The file of conversations belongs to another program; move it away or choose another profile folder."));
    if (state.version > steps.constLast().to)
        return fail(ErrorKind::Storage, Text::tr("The conversations were written by a newer version of Vitrine; update this one. Nothing was changed."));
    return {};
}

Result<QString> migrate(Database &database, const QList<Migration> &steps)
{
    const Result<SchemaState> state = schemaState(database);
    if (!state)
        return tl::unexpected(state.error());
    if (state->version >= steps.constLast().to)
        return QString();
    QString backup;
    if (state->version > 0) {
        const Result<QString> copy = backUp(database, state->version);
        if (!copy)
            return copy;
        backup = *copy;
    }
    if (const Done done = applyMissing(database, steps); !done)
        return tl::unexpected(done.error());
    return backup;
}

} // namespace vitrine
