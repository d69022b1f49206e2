// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"
#include "server/core/db/databaseerror.h"
#include "server/core/db/sqlvalue.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

class NoticeBoard;
class QSqlQuery;

/// One connection to SQLite or PostgreSQL. Statements are prepared once and kept.
///
/// The SQL is the same text for both engines: IDs as text, milliseconds in BIGINT, JSON in TEXT, BOOLEAN, `?`
/// placeholders, ON CONFLICT, RETURNING, row values. forUpdate(), forShare(), skipLocked() and isPostgres() cover the
/// differences.
///
/// Thread: the one that created it.
class Database
{
public:
    /// `address`: `sqlite:/path/to/file`, or `postgresql://user:password@host:port/name?host=/socket/folder&sslmode=…`
    /// in the form that libpq accepts.
    /// Throws: DatabaseUnreachable if the database cannot be opened.
    explicit Database(const QString &address);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    bool isPostgres() const { return m_postgres; }
    /// Returns the end of a SELECT whose rows this transaction is about to change. `tables` limits the lock to some
    /// tables of a join. Rows that name a locked row by a foreign key can still be inserted, because keys never change.
    /// A DELETE takes the stronger lock by itself. SQLite has a single writer and needs no row locks.
    QByteArray forUpdate(const QByteArray &tables = {}) const
    {
        return m_postgres ? " FOR NO KEY UPDATE" + (tables.isEmpty() ? tables : " OF " + tables) : QByteArray();
    }
    /// Returns the end of a SELECT whose rows must not change until this transaction ends.
    QByteArray forShare() const { return m_postgres ? QByteArrayLiteral(" FOR SHARE") : QByteArray(); }
    /// Returns the end of the SELECT of an UPDATE that claims work. Rows that another server is claiming are skipped.
    QByteArray skipLocked() const { return m_postgres ? QByteArrayLiteral(" FOR UPDATE SKIP LOCKED") : QByteArray(); }

    /// Returns every row as a model. Columns are matched by name; columns that the model does not have are ignored.
    template <typename T, typename... Args>
    QList<T> select(QByteArrayView sql, const Args &...args)
    {
        return selectWith<T>(sql, {SqlValue::of(args)...});
    }
    /// Returns the first row, if there is one.
    template <typename T, typename... Args>
    std::optional<T> one(QByteArrayView sql, const Args &...args)
    {
        std::optional<T> found;
        run(sql, {SqlValue::of(args)...}, [&](Statement &row) {
            if (!found)
                read(T::staticMetaObject, &found.emplace(), row);
        });
        return found;
    }
    /// Returns the row with this key, and locks it until the transaction ends.
    /// Throws: std::logic_error outside a transaction.
    template <typename T, typename Key>
    std::optional<T> lock(const Key &key)
    {
        return one<T>(lockingSelect(T::staticMetaObject), key);
    }
    /// Returns the first column of the first row, or an invalid value if there is no row.
    template <typename... Args>
    QVariant value(QByteArrayView sql, const Args &...args)
    {
        return valueWith(sql, {SqlValue::of(args)...});
    }
    /// Returns the number of rows that the statement changed.
    /// Throws: UniqueViolation, ForeignKeyViolation.
    template <typename... Args>
    qint64 exec(QByteArrayView sql, const Args &...args)
    {
        return execWith(sql, {SqlValue::of(args)...});
    }

    /// The same functions for values that are collected at run time, in the form that SqlValue::of() returns.
    template <typename T>
    QList<T> selectWith(QByteArrayView sql, const QVariantList &values)
    {
        QList<T> rows;
        run(sql, values, [&](Statement &row) { read(T::staticMetaObject, &rows.emplaceBack(), row); });
        return rows;
    }
    QVariant valueWith(QByteArrayView sql, const QVariantList &values);
    qint64 execWith(QByteArrayView sql, const QVariantList &values) { return run(sql, values, {}); }

    /// Inserts a row into the model's table.
    /// Throws: UniqueViolation, ForeignKeyViolation.
    template <typename T>
    void insert(const T &row)
    {
        insertRow(T::staticMetaObject, &row);
    }
    /// Sets all columns of the row with the model's key. Returns false if there is no such row.
    /// Throws: UniqueViolation, ForeignKeyViolation.
    template <typename T>
    bool update(const T &row)
    {
        return updateRow(T::staticMetaObject, &row);
    }

    /// Runs a statement without preparing it, for DDL and statements that run once.
    void script(const QString &sql);
    /// Calls `heard` after each commit of a transaction that called notify() with this channel: on PostgreSQL in any
    /// server, on SQLite in this process. Notices are lost while the connection is down.
    ///
    /// Thread: `heard` runs on this connection's thread, which needs an event loop.
    void listen(const QString &channel, std::function<void()> heard);
    /// Notifies the listeners of the channel when the current transaction is committed, or at once outside a
    /// transaction.
    void notify(const QString &channel);

    /// Calls the observer with each statement and its values before the statement runs, so that tests can examine query
    /// plans. An empty function removes the observer.
    void observe(std::function<void(QByteArrayView sql, const QVariantList &values)> observer);

    /// Runs the action at the end of the current transaction, just before the commit, or in a transaction of its own if
    /// there is none. An action may lock a row that all transactions need, because it holds the lock only for the
    /// duration of the commit. A Savepoint that undoes its changes drops the actions that were added since it began.
    void beforeCommit(std::function<void()> action);
    /// Runs the action after the current transaction has been committed, or at once outside a transaction. The action
    /// is dropped if the transaction is not committed.
    void afterCommit(std::function<void()> action);

    /// Returns whether a Transaction or a Deferral exists.
    bool isInTransaction() const { return m_nested || m_deferring; }
    /// Returns the number of commits of this connection. A statement outside a transaction counts as one.
    quint64 commits() const { return m_commits; }

    /// Returns a number that increases whenever a connection of this process changes what a credential stands for:
    /// sessions and their tokens, users, accounts, apps. Values that were cached under another number are outdated.
    quint64 standing() const { return *m_standing; }

    /// Returns `?, ?, ?` for a count of 3.
    static QByteArray placeholders(qsizetype count);

private:
    friend class Transaction;
    friend class Savepoint;
    friend class Deferral;
    struct Statement;
    /// The numbers of actions that wait for the commit.
    struct Actions
    {
        qsizetype beforeCommit = 0;
        qsizetype afterCommit = 0;
    };
    using RowHandler = std::function<void(Statement &)>;

    qint64 run(QByteArrayView sql, const QVariantList &values, const RowHandler &row);
    qint64 attempt(QByteArrayView sql, const QVariantList &values, const RowHandler &row);
    Statement &prepared(QByteArrayView sql);
    QByteArray lockingSelect(const QMetaObject &type) const;
    static void read(const QMetaObject &type, void *gadget, Statement &row);
    void insertRow(const QMetaObject &type, const void *gadget);
    bool updateRow(const QMetaObject &type, const void *gadget);
    qint64 runAlone(QByteArrayView sql, const QVariantList &values, const RowHandler &row);
    void noteFailure(const DatabaseError &error);
    void begin();
    void commitAll();
    void rollBack(const QString &sql);
    void ended();
    void requireUsable() const;
    void requireSound() const;
    Actions actions() const { return {m_beforeCommit.size(), m_afterCommit.size()}; }
    void dropActions(Actions since);
    void runAfterCommit();
    void open();
    void reopen();
    bool isLost();
    void announceStanding();

    QString m_name;
    bool m_postgres = false;
    QSqlDatabase m_connection;
    std::unordered_map<std::string, std::unique_ptr<Statement>> m_statements;
    QHash<QString, std::function<void()>> m_listeners;
    /// Held while writing to SQLite, which has a single writer. Its own busy handler sleeps, and would wait longer.
    std::shared_ptr<std::recursive_mutex> m_writer;
    std::shared_ptr<NoticeBoard> m_notices; ///< of this process; null on PostgreSQL
    std::unique_ptr<QObject> m_reader; ///< receives the notices on this thread
    std::shared_ptr<std::atomic<quint64>> m_standing;
    bool m_standingChanged = false; ///< in the current transaction
    bool m_inTransaction = false; ///< the engine's transaction is open
    bool m_nested = false; ///< a Transaction exists
    bool m_failed = false; ///< a statement of the transaction has failed, so it cannot be committed
    bool m_lost = false; ///< the connection broke during the transaction
    bool m_deferring = false; ///< a Deferral exists
    bool m_held = false; ///< the Deferral holds changes that a Transaction has committed
    std::unique_lock<std::recursive_mutex> m_holding;
    quint64 m_commits = 0;
    QList<std::function<void()>> m_beforeCommit;
    QList<std::function<void()>> m_afterCommit;
    std::function<void(QByteArrayView, const QVariantList &)> m_observer;
};

/// A part of a transaction that can be undone by itself. Unless keep() is called, the destructor undoes the changes
/// since the constructor. Actions that were passed to afterCommit() in between still run.
class Savepoint
{
public:
    /// Throws: std::logic_error outside a transaction.
    explicit Savepoint(Database &database);
    ~Savepoint();
    Q_DISABLE_COPY_MOVE(Savepoint)

    void keep();

private:
    Database &m_database;
    Database::Actions m_actions;
    bool m_done = false;
};

/// A transaction. Unless commit() is called, the destructor undoes all changes. Transactions do not nest: services
/// begin them, and stores never do.
///
/// A transaction in which a statement has failed cannot be committed on either engine, because PostgreSQL would undo it
/// and report success. A statement that may fail needs a Savepoint.
class Transaction
{
public:
    /// Throws: NestedTransaction inside another transaction; DatabaseUnreachable.
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Commits. Afterwards the changes survive a crash.
    /// Throws: TransactionAborted if nothing was committed and another attempt may succeed; DatabaseUnreachable if the
    /// connection broke during the commit, so that the outcome is unknown.
    void commit();

private:
    Database &m_database;
    std::unique_lock<std::recursive_mutex> m_writing;
    bool m_savepoint = false; ///< a savepoint in the transaction that a Deferral holds
    Database::Actions m_actions; ///< as they were before this transaction
    bool m_done = false;
};

/// Combines the transactions of several services into one, so that either all of their changes are committed or none.
/// The engine's transaction begins with the first Transaction. Work before it, such as hashing a password, therefore
/// blocks no other writer. Later transactions are savepoints. Actions for afterCommit() wait for the real commit.
class Deferral
{
public:
    /// Throws: NestedTransaction inside a transaction or another deferral.
    explicit Deferral(Database &database);
    /// Commits. Services that have committed rely on it, even if something failed later.
    ~Deferral();
    Q_DISABLE_COPY_MOVE(Deferral)

    /// Throws: as Transaction::commit().
    void commit();
    /// Undoes all changes.
    void discard();

private:
    void undo();
    Database &m_database;
};
