#include "store/Recovery.h"

#include "store/Database.h"
#include "store/Schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <unistd.h>

namespace vitrine {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

struct Table {
    const char *select; // from the row number ?1 on, by row number, which is the first column
    const char *insert;
    int columns;
};

constexpr std::array tables{
    Table{"SELECT rowid, id, title, created_at, updated_at, pinned, deleted_at FROM conversation NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid",
          "INSERT OR IGNORE INTO conversation(rowid, id, title, created_at, updated_at, pinned, deleted_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)", 7},
    Table{"SELECT rowid, id, conversation, parent, started_at, provider, model, effort, owner FROM turn NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid",
          "INSERT OR IGNORE INTO turn(rowid, id, conversation, parent, started_at, provider, model, effort, owner) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", 9},
    Table{"SELECT rowid, id, conversation, seq, turn, kind, status, provenance, started_at, ended_at, body FROM item NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid",
          "INSERT OR IGNORE INTO item(rowid, id, conversation, seq, turn, kind, status, provenance, started_at, ended_at, body) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", 11},
    Table{"SELECT rowid, id, conversation, turn, kind, name, call_id, text, started_at FROM draft NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid",
          "INSERT OR IGNORE INTO draft(rowid, id, conversation, turn, kind, name, call_id, text, started_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", 9},
};

constexpr qint64 patientSteps = 4096; // one row at a time over a gap this wide, then ever wider
constexpr int maxSteps = 20000;       // more seeks without a single row: the rest is gone

// A damaged page may claim any row number.
qint64 rowAfter(qint64 row, qint64 distance)
{
    return row > std::numeric_limits<qint64>::max() - distance ? std::numeric_limits<qint64>::max() : row + distance;
}

// Reads the rows from `from` on until one cannot be read. The answer is the row number after the last good one,
// or nothing when the end was reached.
std::optional<qint64> copyRun(const Database &damaged, Database &fresh, const Table &table, qint64 from)
{
    Statement rows = damaged.statement(table.select).bind(from);
    qint64 next = from;
    while (true) {
        const Result<bool> row = rows.step();
        if (!row)
            return next;
        if (!*row)
            return std::nullopt;
        next = rowAfter(rows.integer(0), 1);
        // A row whose own values are damaged is refused by the table's constraints; the others go on.
        (void)fresh.statement(table.insert).bindRow(rows, table.columns).run();
    }
}

// A damaged page takes the rows on it and, read in order, hides all that follow; so a gap is crossed by seeking behind it.
void copyTable(const Database &damaged, Database &fresh, const Table &table)
{
    qint64 from = 0;
    int steps = 0;
    qint64 stride = 1;
    while (steps < maxSteps) {
        const std::optional<qint64> stopped = copyRun(damaged, fresh, table, from);
        if (!stopped)
            return;
        if (*stopped > from)
            steps = 0, stride = 1;
        else if (++steps > patientSteps)
            stride += stride / 64 + 1;
        if (from == std::numeric_limits<qint64>::max())
            return;
        from = std::max(*stopped, rowAfter(from, stride));
    }
}

// Turns and conversations that were lost but have rows that name them come back bare, so that what they held can be read.
Done mendReferences(Database &fresh)
{
    Done done = fresh.execute(R"(
        INSERT OR IGNORE INTO turn(id, conversation, parent, started_at, provider, model, effort, owner)
            SELECT turn, conversation, NULL, min(started_at), '', '', '', NULL FROM item WHERE turn NOT IN (SELECT id FROM turn) GROUP BY turn;
        DELETE FROM draft WHERE turn NOT IN (SELECT id FROM turn);
        UPDATE turn SET parent = NULL WHERE parent NOT IN (SELECT other.id FROM turn AS other WHERE other.conversation = turn.conversation);
        DELETE FROM item WHERE conversation IS NOT (SELECT turn.conversation FROM turn WHERE turn.id = item.turn);
    )");
    if (!done)
        return done;
    return fresh.statement("INSERT OR IGNORE INTO conversation(id, title, created_at, updated_at, pinned, deleted_at) "
                           "SELECT conversation, ?1, coalesce(min(started_at), 0), coalesce(max(started_at), 0), 0, NULL FROM turn "
                           "WHERE conversation NOT IN (SELECT id FROM conversation) GROUP BY conversation")
        .bind(Text::tr("Recovered conversation"))
        .run();
}

Result<std::unique_ptr<Database>> createFresh(const QString &path)
{
    removeDatabase(path);
    auto fresh = Database::open(path, Database::Mode::Create);
    if (!fresh)
        return fresh;
    const Result<QString> migrated = migrate(**fresh, migrations());
    if (!migrated)
        return tl::unexpected(migrated.error());
    return fresh;
}

// The first page holds the header and the list of tables; without it nothing can be read. But tables are always made in
// the same order, so the list of a new database fits as long as it has the same version.
void transplantFirstPage(const QString &from, const QString &to)
{
    constexpr int pageSize = 4096;
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::ReadWrite))
        return;
    QByteArray page = source.read(pageSize);
    // File format, bytes 92 to 95: "version-valid-for"; when it is not the change counter, the size is taken from the file.
    page.replace(92, 4, QByteArray(4, '\xff'));
    // Bytes 18 and 19: 2 is WAL, so that the journal beside it is read too.
    page.replace(18, 2, QByteArray(2, '\x02'));
    target.write(page);
}

bool hasTables(const Database &database)
{
    const Result<qint64> tablesThere = database.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('conversation', 'turn', 'item', 'draft')");
    return tablesThere && *tablesThere == qint64(tables.size());
}

// Works on a copy: reading a damaged database may change it.
std::unique_ptr<Database> openCopy(const QString &path, const QString &copy, const QString &fresh)
{
    removeDatabase(copy);
    QFile::copy(path, copy);
    QFile::copy(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
    for (const QString &name : {copy, copy + QStringLiteral("-wal")})
        QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    auto database = Database::open(copy, Database::Mode::Create);
    if (database && hasTables(**database))
        return std::move(*database);
    database = tl::unexpected(Error{});
    transplantFirstPage(fresh, copy);
    database = Database::open(copy, Database::Mode::Create);
    return database && hasTables(**database) ? std::move(*database) : nullptr;
}

// Fills the new database at `freshPath`. The answer is how many conversations it has.
Result<int> recoverInto(const QString &freshPath, const QString &damagedPath, const QString &copyPath)
{
    if (const auto made = createFresh(freshPath); !made) // and closed again: the transplant reads the file
        return tl::unexpected(made.error());
    const std::unique_ptr<Database> damaged = openCopy(damagedPath, copyPath, freshPath);
    auto fresh = Database::open(freshPath, Database::Mode::Create);
    if (!fresh)
        return tl::unexpected(fresh.error());
    if (damaged) {
        if (const Done done = (*fresh)->execute("PRAGMA foreign_keys=OFF"); !done)
            return tl::unexpected(done.error());
        Transaction transaction(**fresh, Database::Sync::Full);
        if (!transaction.begun())
            return tl::unexpected(transaction.begun().error());
        for (const Table &table : tables)
            copyTable(*damaged, **fresh, table);
        if (const Done done = mendReferences(**fresh); !done)
            return tl::unexpected(done.error());
        if (const Done done = transaction.commit(); !done)
            return tl::unexpected(done.error());
    }
    const Result<qint64> count = (*fresh)->integer("SELECT count(*) FROM conversation");
    return count ? Result<int>(int(*count)) : tl::unexpected(count.error());
}

} // namespace

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

QString freeName(const QString &path, const QDateTime &now)
{
    const QString base = path + QStringLiteral(".damaged-") + now.toUTC().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString name = base;
    for (int i = 2; QFileInfo::exists(name) || QFileInfo::exists(name + QStringLiteral("-wal")); ++i)
        name = base + QLatin1Char('-') + QString::number(i);
    return name;
}

Result<Recovered> setAsideAndRecover(const QString &path, const QDateTime &now)
{
    const QString fresh = path + QStringLiteral(".recovered");
    const QString copy = path + QStringLiteral(".reading");
    const Result<int> conversations = recoverInto(fresh, path, copy);
    removeDatabase(copy);
    if (!conversations) {
        removeDatabase(fresh);
        return tl::unexpected(conversations.error());
    }
    // In this order a crash between two steps leaves the damaged file in its place or the new one, never neither; and the
    // old journal never lies beside the new file, which it would overwrite.
    const Recovered result{freeName(path, now), *conversations};
    const QByteArray from = QFile::encodeName(path);
    const bool kept = link(from.constData(), QFile::encodeName(result.setAside).constData()) == 0 || QFile::copy(path, result.setAside);
    if (kept) {
        QFile::rename(path + QStringLiteral("-wal"), result.setAside + QStringLiteral("-wal"));
        QFile::remove(path + QStringLiteral("-shm"));
    }
    if (!kept || std::rename(QFile::encodeName(fresh).constData(), from.constData()) != 0)
        return fail(ErrorKind::Storage, Text::tr("The damaged file of conversations could not be set aside; make its folder writable or move %1 away by hand.").arg(path));
    return result;
}

} // namespace vitrine
