#include "store/StoreOpening.h"

#include "store/InterruptedTurns.h"
#include "store/Recovery.h"
#include "store/Schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// A larger database is looked through only when damage was met before: that reads the whole file, and opening must be quick.
constexpr qint64 checkedUpTo = 32 << 20;

QString checkMark(const QString &path)
{
    return path + QStringLiteral(".check");
}

Done makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    // Parents as the user's umask has it, like mkdir -p; the profile itself is the user's alone. A folder that is there
    // already keeps its mode: it may be one that the user shares on purpose.
    if (!QDir().mkpath(QFileInfo(folder).absolutePath()) || (mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && !QFileInfo(folder).isDir()))
        return fail(ErrorKind::Storage, Text::tr("The profile folder %1 could not be made; check the folder above it or choose another one.").arg(folder));
    return {};
}

bool canWrite(const QString &path)
{
    return access(QFile::encodeName(path).constData(), W_OK) == 0;
}

// SQLite deletes the WAL of a database that is missing or empty, and conversations may be in it.
void setAsideLoneWal(const QString &path, const QDateTime &now, StoreReport &report)
{
    const QString wal = path + QStringLiteral("-wal");
    if (QFileInfo(path).size() > 0 || QFileInfo(wal).size() == 0)
        return;
    report.setAside = freeName(path, now) + QStringLiteral("-wal");
    QFile::rename(wal, report.setAside);
    QFile::remove(path + QStringLiteral("-shm"));
    report.notices.append(Text::tr("The file of conversations was missing, only its journal was there. The journal was kept as %1; a new file was begun.").arg(report.setAside));
}

Result<std::unique_ptr<Database>> openSound(const QString &path, StoreReport &report)
{
    auto database = Database::open(path, Database::Mode::Create);
    if (!database)
        return database;
    // Until the format is known to be ours, closing must not write either.
    (*database)->keepWalOnClose(true);
    const Result<SchemaState> state = schemaState(**database);
    if (!state)
        return tl::unexpected(state.error());
    if (const Done done = acceptSchema(*state, migrations()); !done)
        return tl::unexpected(done.error());
    if (QFileInfo(path).size() <= checkedUpTo || QFileInfo::exists(checkMark(path))) {
        if (const QString damage = (*database)->damage(); !damage.isEmpty())
            return tl::unexpected(damageError(damage));
        QFile::remove(checkMark(path));
    }
    if (const Done done = (*database)->execute("PRAGMA journal_mode=WAL"); !done)
        return tl::unexpected(done.error());
    const Result<QString> backup = migrate(**database, migrations());
    if (!backup)
        return tl::unexpected(backup.error());
    if (!backup->isEmpty()) {
        report.backup = *backup;
        report.notices.append(Text::tr("The conversations were brought to a new format; the old file was kept as %1.").arg(*backup));
    }
    (*database)->keepWalOnClose(false);
    return database;
}

Result<OpenedStore> openReadOnly(const QString &folder, const QString &path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorKind::Storage, Text::tr("The profile folder %1 cannot be written; make it writable or choose another one.").arg(folder));
    // SQLite makes files beside a database in WAL even to read it, unless it is told that nobody writes.
    const bool immutable = !canWrite(folder) && QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    auto database = Database::open(path, immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    const Result<SchemaState> state = schemaState(**database);
    if (!state)
        return tl::unexpected(state.error());
    if (const Done done = acceptSchema(*state, migrations()); !done)
        return tl::unexpected(done.error());
    if (state->version != migrations().constLast().to)
        return fail(ErrorKind::Storage, Text::tr("The conversations have an older format and cannot be brought up to date, because %1 cannot be written. Make it writable.").arg(folder));
    OpenedStore opened{nullptr, std::move(*database), {}};
    opened.report.readOnly = true;
    opened.report.notices.append(Text::tr("The profile folder %1 cannot be written: conversations can be read, but nothing new is kept.").arg(folder));
    return opened;
}

} // namespace

void requestFullCheck(const QString &databasePath)
{
    QFile mark(checkMark(databasePath));
    (void)mark.open(QIODevice::WriteOnly);
}

Result<OpenedStore> openStore(const QString &folder, const Clock &clock)
{
    if (const Done done = makeFolder(folder); !done)
        return tl::unexpected(done.error());
    const QString path = folder + QStringLiteral("/conversations.sqlite");
    if (!canWrite(folder) || (QFileInfo::exists(path) && !canWrite(path)))
        return openReadOnly(folder, path);

    auto lock = ProfileLock::beginOpening(folder);
    if (!lock)
        return tl::unexpected(lock.error());
    OpenedStore opened{std::move(*lock), nullptr, {}};
    if (opened.lock->isAlone())
        setAsideLoneWal(path, clock.now(), opened.report);
    auto database = openSound(path, opened.report);
    if (!database && isDamage(database.error())) {
        if (!opened.lock->isAlone())
            return fail(ErrorKind::Storage, Text::tr("The file of conversations is damaged and another program uses it; close all windows and start again, it is then recovered."));
        const Result<Recovered> recovered = setAsideAndRecover(path, clock.now());
        if (!recovered)
            return tl::unexpected(recovered.error());
        QFile::remove(checkMark(path));
        opened.report.setAside = recovered->setAside;
        opened.report.notices.append(Text::tr("The file of conversations was damaged. It was kept as %1; %n conversation(s) could be recovered from it, with all steps that were readable.", nullptr, recovered->conversations)
                                         .arg(recovered->setAside));
        database = openSound(path, opened.report);
    }
    if (!database)
        return tl::unexpected(database.error());
    opened.database = std::move(*database);
    // A full disk must not keep anyone from reading: what cannot be ended now is ended at the next start.
    if (const Result<int> ended = endTurnsOfDeadProcesses(*opened.database, clock))
        opened.report.interruptedTurns = *ended;
    else
        opened.report.notices.append(ended.error().message);
    opened.lock->endOpening();
    return opened;
}

} // namespace vitrine
