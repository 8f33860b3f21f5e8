#include "store/Database.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr int busyTimeoutMs = 5000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// Stands in front of the detail of errors that mean a damaged file.
const QLatin1String damageMark("damaged: ");

} // namespace

Error storageError(int code, const QString &detail)
{
    Error error{ErrorKind::Storage, {}, Audience::User, detail, false};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.message = Text::tr("The store of conversations is busy: another program is writing to it. Try again.");
        error.retryable = true;
        break;
    case SQLITE_FULL:
        error.message = Text::tr("The disk is full; make room and try again. What was stored before is safe.");
        error.retryable = true;
        break;
    case SQLITE_IOERR:
        error.message = Text::tr("The disk refused to read or write the conversations; check that it has room and is sound, then try again.");
        error.retryable = true;
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        error.message = Text::tr("The conversations cannot be written: the folder or file is read-only. Make it writable and start again.");
        break;
    case SQLITE_CANTOPEN:
        error.message = Text::tr("The file of conversations cannot be opened; check that its folder exists and can be written.");
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        error.message = Text::tr("The file of conversations is damaged. Start the program again: it keeps the file and recovers what can be read.");
        error.detail = damageMark + detail;
        break;
    case SQLITE_CONSTRAINT:
        error.message = Text::tr("This does not fit what is stored: the conversation or its turn is no longer there, or it was stored before.");
        break;
    case SQLITE_TOOBIG:
        error.message = Text::tr("This is too large to be stored (over 1 GB).");
        break;
    default:
        error.message = Text::tr("The conversations could not be read or written.");
    }
    return error;
}

Error damageError(const QString &detail)
{
    return storageError(SQLITE_CORRUPT, detail);
}

bool isDamage(const Error &error)
{
    return error.kind == ErrorKind::Storage && error.detail.startsWith(damageMark);
}

Statement::Statement(sqlite3 *connection, const char *sql)
    : m_connection(connection)
{
    m_failure = sqlite3_prepare_v2(connection, sql, -1, &m_statement, nullptr);
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_failure(other.m_failure)
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bindOne(int index, const QString &value)
{
    bindOne(index, value.toUtf8());
}

void Statement::bindOne(int index, const QByteArray &value)
{
    // constData() of an empty array is not null, so that "" is not stored as NULL.
    const int code = m_statement ? sqlite3_bind_text64(m_statement, index, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT, SQLITE_UTF8) : SQLITE_OK;
    if (m_failure == SQLITE_OK)
        m_failure = code;
}

void Statement::bindOne(int index, qint64 value)
{
    const int code = m_statement ? sqlite3_bind_int64(m_statement, index, value) : SQLITE_OK;
    if (m_failure == SQLITE_OK)
        m_failure = code;
}

void Statement::bindOne(int index, const QDateTime &value)
{
    if (value.isValid())
        bindOne(index, value.toMSecsSinceEpoch());
    else
        bindOne(index, nullptr);
}

void Statement::bindOne(int index, std::nullptr_t)
{
    const int code = m_statement ? sqlite3_bind_null(m_statement, index) : SQLITE_OK;
    if (m_failure == SQLITE_OK)
        m_failure = code;
}

Statement &Statement::bindRow(const Statement &row, int columns)
{
    for (int i = 0; i < columns && m_failure == SQLITE_OK; ++i)
        m_failure = sqlite3_bind_value(m_statement, i + 1, sqlite3_column_value(row.m_statement, i));
    return *this;
}

Result<bool> Statement::step()
{
    const int code = m_failure == SQLITE_OK ? sqlite3_step(m_statement) : m_failure;
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code == SQLITE_ROW;
    return tl::unexpected(storageError(code, QString::fromUtf8(sqlite3_errmsg(m_connection))));
}

Done Statement::run()
{
    while (true) {
        const Result<bool> row = step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
    }
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QByteArray(text ? text : "", text ? sqlite3_column_bytes(m_statement, column) : 0);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    if (mode == Mode::Create) {
        // SQLite would make it with the process's umask; the files beside it then take this file's mode.
        const int fd = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0)
            return tl::unexpected(storageError(SQLITE_CANTOPEN, path));
        ::close(fd);
    }
    QUrl url = QUrl::fromLocalFile(path);
    QByteArray uri = url.toEncoded(QUrl::FullyEncoded);
    if (mode == Mode::Immutable)
        uri += "?immutable=1";
    const int flags = (mode == Mode::Create ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3 *connection = nullptr;
    const int code = sqlite3_open_v2(uri.constData(), &connection, flags, nullptr);
    std::unique_ptr<Database> database(new Database(connection, path));
    if (code != SQLITE_OK)
        return tl::unexpected(storageError(code, path));
    sqlite3_busy_timeout(connection, busyTimeoutMs);
    // What lies in the file is not trusted to bring functions or views of its own.
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    return database;
}

Database::Database(sqlite3 *connection, const QString &path)
    : m_connection(connection)
    , m_path(path)
{
}

Database::~Database()
{
    sqlite3_close(m_connection);
}

Done Database::execute(const char *sql) const
{
    const int code = sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(storageError(code, QString::fromUtf8(sqlite3_errmsg(m_connection))));
    return {};
}

Result<qint64> Database::integer(const char *sql) const
{
    Statement query = statement(sql);
    const Result<bool> row = query.step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? query.integer(0) : 0;
}

qint64 Database::changedRows() const
{
    return sqlite3_changes64(m_connection);
}

void Database::keepWalOnClose(bool keep)
{
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, int(keep), nullptr);
}

void Database::setSync(Sync sync)
{
    if (m_sync == sync)
        return;
    if (execute(sync == Sync::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"))
        m_sync = sync;
}

QString Database::damage() const
{
    Statement check = statement("PRAGMA quick_check(5)");
    QStringList answers;
    while (true) {
        const Result<bool> row = check.step();
        if (!row)
            return row.error().detail;
        if (!*row)
            break;
        answers.append(check.text(0));
    }
    return answers == QStringList(QStringLiteral("ok")) ? QString() : answers.join(QLatin1String("; "));
}

Transaction::Transaction(Database &database, Database::Sync sync)
    : m_database(database)
{
    database.setSync(sync);
    m_begun = database.execute("BEGIN IMMEDIATE");
    m_open = m_begun.has_value();
}

Transaction::~Transaction()
{
    // Fails harmlessly where SQLite has already undone it (a full disk).
    if (m_open)
        (void)m_database.execute("ROLLBACK");
}

Done Transaction::commit()
{
    const Done done = m_database.execute("COMMIT");
    m_open = !done;
    return done;
}

} // namespace vitrine
