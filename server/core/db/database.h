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

/// One connection to SQLite or PostgreSQL. It belongs to the thread that made it. Statements are prepared once and
/// kept.
///
/// The SQL is the same text for both engines: text ids, milliseconds in BIGINT, JSON in TEXT, BOOLEAN, `?`
/// placeholders, ON CONFLICT, RETURNING, row values; what differs is asked of forUpdate(), skipLocked() and
/// isPostgres().
class Database
{
public:
    /// `sqlite:/path/to/file`, or `postgresql://user:password@host:port/name?host=/socket/folder&sslmode=…` as libpq
    /// reads it. Throws DatabaseUnreachable when it cannot be opened.
    explicit Database(const QString &address);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    bool isPostgres() const { return m_postgres; }
    /// Appended to a SELECT whose rows this transaction is going to change; `tables` narrows a join to those. Rows that
    /// name the locked ones by a foreign key can still be inserted, as keys never change; a DELETE takes the stronger
    /// lock by itself. SQLite has a single writer, and locks nothing.
    QByteArray forUpdate(const QByteArray &tables = {}) const
    {
        return m_postgres ? " FOR NO KEY UPDATE" + (tables.isEmpty() ? tables : " OF " + tables) : QByteArray();
    }
    /// Appended to a SELECT whose rows must stay as they are until this transaction ends.
    QByteArray forShare() const { return m_postgres ? QByteArrayLiteral(" FOR SHARE") : QByteArray(); }
    /// Appended to the SELECT of an UPDATE that claims work: rows that another server is at are left to it.
    QByteArray skipLocked() const { return m_postgres ? QByteArrayLiteral(" FOR UPDATE SKIP LOCKED") : QByteArray(); }

    /// Every row as a model; columns go by name, those that the model does not have are passed over.
    template <typename T, typename... Args>
    QList<T> select(QByteArrayView sql, const Args &...args)
    {
        return selectWith<T>(sql, {SqlValue::of(args)...});
    }
    /// The first row, if there is one.
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
    /// Returns the row with this key, and locks it until the transaction ends. Throws: std::logic_error outside a
    /// transaction.
    template <typename T, typename Key>
    std::optional<T> lock(const Key &key)
    {
        return one<T>(lockingSelect(T::staticMetaObject), key);
    }
    /// The first column of the first row; invalid when there is no row.
    template <typename... Args>
    QVariant value(QByteArrayView sql, const Args &...args)
    {
        return valueWith(sql, {SqlValue::of(args)...});
    }
    /// How many rows the statement changed. Throws UniqueViolation.
    template <typename... Args>
    qint64 exec(QByteArrayView sql, const Args &...args)
    {
        return execWith(sql, {SqlValue::of(args)...});
    }

    /// The same with values that were gathered at run time; each as SqlValue::of() makes it.
    template <typename T>
    QList<T> selectWith(QByteArrayView sql, const QVariantList &values)
    {
        QList<T> rows;
        run(sql, values, [&](Statement &row) { read(T::staticMetaObject, &rows.emplaceBack(), row); });
        return rows;
    }
    QVariant valueWith(QByteArrayView sql, const QVariantList &values);
    qint64 execWith(QByteArrayView sql, const QVariantList &values) { return run(sql, values, {}); }

    /// A row of the model's table. Throws UniqueViolation.
    template <typename T>
    void insert(const T &row)
    {
        insertRow(T::staticMetaObject, &row);
    }
    /// All columns of the row with the model's key; false when there is no such row. Throws UniqueViolation.
    template <typename T>
    bool update(const T &row)
    {
        return updateRow(T::staticMetaObject, &row);
    }

    /// A statement that is not prepared: DDL, and what runs once.
    void script(const QString &sql);
    /// Calls `heard` whenever a transaction that called notify() with this channel has committed, in any server on this
    /// database; on SQLite, in any connection of this process. A notice may be lost while the connection is down.
    ///
    /// Thread: `heard` runs on this connection's thread, which needs an event loop.
    void listen(const QString &channel, std::function<void()> heard);
    /// Tells the listeners of the channel once the transaction at hand is committed; at once where there is none.
    void notify(const QString &channel);

    /// Is told every statement with its values, before it runs; none: nobody. For looking at what the engine makes of
    /// it.
    void observe(std::function<void(QByteArrayView sql, const QVariantList &values)> observer);

    /// Runs the action as the last thing in the current transaction, just before it is committed; in a transaction of
    /// its own where there is none. For what locks a row that all transactions want, so that none holds it for long.
    /// What a Savepoint undoes, it undoes with its actions.
    void beforeCommit(std::function<void()> action);
    /// Runs the action once the current transaction is committed, and never if it is not; at once where there is none.
    void afterCommit(std::function<void()> action);

    /// Whether a Transaction or a Deferral lives.
    bool isInTransaction() const { return m_nested || m_deferring; }
    /// Grows with each transaction that this connection has committed, statements outside of transactions included.
    quint64 commits() const { return m_commits; }

    /// Grows whenever this process, on whichever connection to this database, has changed what a credential stands for:
    /// sessions and their tokens, users, accounts, apps. What was read under another number is to be read again.
    quint64 standing() const { return *m_standing; }

    /// `?, ?, ?`
    static QByteArray placeholders(qsizetype count);

private:
    friend class Transaction;
    friend class Savepoint;
    friend class Deferral;
    struct Statement;
    /// How many actions wait for the commit.
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
    /// SQLite lets one write at a time; waiting here beats its busy handler, which sleeps.
    std::shared_ptr<std::recursive_mutex> m_writer;
    std::shared_ptr<NoticeBoard> m_notices; ///< of this process; null on PostgreSQL
    std::unique_ptr<QObject> m_reader; ///< of the notices, on this thread
    std::shared_ptr<std::atomic<quint64>> m_standing;
    bool m_standingChanged = false; ///< in the transaction at hand
    bool m_inTransaction = false; ///< as the engine sees it
    bool m_nested = false; ///< there is a Transaction at this moment
    bool m_failed = false; ///< a statement of the transaction, which therefore cannot be committed
    bool m_lost = false; ///< the connection, during the transaction
    bool m_deferring = false; ///< there is a Deferral
    bool m_held = false; ///< and it holds what was committed
    std::unique_lock<std::recursive_mutex> m_holding;
    quint64 m_commits = 0;
    QList<std::function<void()>> m_beforeCommit;
    QList<std::function<void()>> m_afterCommit;
    std::function<void(QByteArrayView, const QVariantList &)> m_observer;
};

/// A part of a transaction that can be undone alone: without keep(), its end undoes what was done since it began. What
/// afterCommit() was told in between is done all the same.
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

/// All or nothing: without commit(), its end undoes everything. Transactions do not nest: services begin them, stores
/// never do.
///
/// A transaction in which a statement has failed cannot be committed, on either engine: PostgreSQL would undo it and
/// report success. A statement that may fail needs a Savepoint.
class Transaction
{
public:
    /// Throws: NestedTransaction inside another transaction; DatabaseUnreachable.
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// After it, what was written survives a crash. Throws: TransactionAborted where nothing was committed and trying
    /// again helps; DatabaseUnreachable where the connection broke while committing, and nobody knows.
    void commit();

private:
    Database &m_database;
    std::unique_lock<std::recursive_mutex> m_writing;
    bool m_savepoint = false; ///< a part of what a Deferral holds
    Database::Actions m_actions; ///< those of before this transaction
    bool m_done = false;
};

/// Makes one transaction of all that is written while it lives, so that what several services commit is there, or not,
/// together. The engine's own transaction begins with the first write, not before: what comes first, such as a
/// password's hash, keeps no other writer waiting. Later transactions are savepoints in it. Actions for after the
/// commit wait for the real one.
class Deferral
{
public:
    /// Throws: NestedTransaction inside a transaction or another deferral.
    explicit Deferral(Database &database);
    /// Commits: whoever has committed meant it, even where something failed later.
    ~Deferral();
    Q_DISABLE_COPY_MOVE(Deferral)

    /// Throws: as Transaction::commit().
    void commit();
    /// Undoes all of it.
    void discard();

private:
    void undo();
    Database &m_database;
};
