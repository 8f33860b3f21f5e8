#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace vitrine {

// One SQL statement, finalized when it goes. An error of its preparation is kept and comes out of step(), so that
// `database.statement("...").bind(a, b).run()` needs one check only.
class Statement final
{
    Q_DISABLE_COPY(Statement)

public:
    Statement(sqlite3 *connection, const char *sql);
    Statement(Statement &&other) noexcept;
    ~Statement();

    // Binds the values to ?1, ?2 and so on. An invalid time and an absent value are NULL.
    template<class... Values>
    Statement &bind(const Values &...values) &
    {
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    template<class... Values>
    Statement &&bind(const Values &...values) &&
    {
        bind(values...);
        return std::move(*this);
    }

    // Binds the current row of another statement, value by value and with its types.
    Statement &bindRow(const Statement &row, int columns);

    Result<bool> step(); // true: a row is there
    Done run();          // to its end; rows are dropped

    QString text(int column) const;
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    bool isNull(int column) const;
    QDateTime time(int column) const; // UTC; invalid for NULL

private:
    void bindOne(int index, const QString &value);
    void bindOne(int index, const QByteArray &value); // as UTF-8 text
    void bindOne(int index, qint64 value);
    void bindOne(int index, int value) { bindOne(index, qint64(value)); }
    void bindOne(int index, bool value) { bindOne(index, qint64(value)); }
    void bindOne(int index, const QDateTime &value);
    void bindOne(int index, std::nullptr_t);
    template<class T>
    void bindOne(int index, const std::optional<T> &value)
    {
        if (value)
            bindOne(index, *value);
        else
            bindOne(index, nullptr);
    }

    sqlite3 *m_connection;
    sqlite3_stmt *m_statement = nullptr;
    int m_failure = 0; // the first SQLite result that was an error
};

// One connection to one SQLite file. Used by one thread at a time.
class Database final
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    enum class Mode {
        Create,    // made with mode 0600 when missing
        ReadOnly,
        Immutable, // nobody writes it and no file may be made beside it: a database in a folder that cannot be written
    };
    // How safe the next commits are: SQLite's synchronous=NORMAL or FULL.
    enum class Sync { Normal, Full };

    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();

    QString path() const { return m_path; }
    Statement statement(const char *sql) const { return Statement(m_connection, sql); }
    Done execute(const char *sql) const; // one or more statements without values
    Result<qint64> integer(const char *sql) const; // the first column of the first row
    qint64 changedRows() const;

    // Leaves the WAL file as it is when the connection is closed; otherwise the last one to close writes it back.
    void keepWalOnClose(bool keep);
    void setSync(Sync sync);
    // The answers of quick_check when they are not "ok"; empty when the database is sound.
    QString damage() const;

private:
    Database(sqlite3 *connection, const QString &path);

    sqlite3 *m_connection;
    QString m_path;
    std::optional<Sync> m_sync;
};

// A write transaction; undone unless committed. It takes the write lock at once, so that two processes never hold
// half a transaction each and wait for one another.
class Transaction final
{
    Q_DISABLE_COPY_MOVE(Transaction)

public:
    Transaction(Database &database, Database::Sync sync);
    ~Transaction();

    const Done &begun() const { return m_begun; }
    Done commit();

private:
    Database &m_database;
    Done m_begun;
    bool m_open = false;
};

// The error of an SQLite result code as a sentence for the user. Kind Storage.
Error storageError(int code, const QString &detail);
Error damageError(const QString &detail);
bool isDamage(const Error &error);

} // namespace vitrine
