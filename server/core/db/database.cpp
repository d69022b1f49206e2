// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/database.h"

#include "server/core/db/databaseaddress.h"
#include "server/core/db/noticeboard.h"
#include "server/core/db/retry.h"
#include "server/core/db/statement.h"

#include <QAtomicInteger>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Returns the object that all connections of this process to one database share.
template <typename T>
std::shared_ptr<T> commonTo(const QString &database)
{
    static std::mutex lock;
    static std::map<QString, std::weak_ptr<T>> known;
    const std::lock_guard guard(lock);
    auto common = known[database].lock();
    if (!common)
        known[database] = common = std::make_shared<T>();
    return common;
}

/// Returns whether a statement may change what a credential stands for. The text of the statement decides, so that no
/// service can forget to report a change. A report without a change does no harm.
bool changesStanding(QByteArrayView sql)
{
    for (const QByteArrayView verb : {"UPDATE ", "DELETE FROM "}) {
        if (!sql.startsWith(verb))
            continue;
        const QByteArray table = sql.sliced(verb.size()).toByteArray().split(' ').constFirst();
        if (QByteArrayList{"session", "access_token", "app_token", "account_user", "account", "app", "second_factor",
                           "security_key"}
                .contains(table))
            return true;
    }
    return false;
}
}

Database::Database(const QString &address)
{
    static QAtomicInteger<quint64> counter;
    m_name = u"waymark-%1"_s.arg(counter.fetchAndAddRelaxed(1));
    const DatabaseAddress parsed(address);
    m_postgres = parsed.isPostgres();
    if (!m_postgres) {
        m_writer = commonTo<std::recursive_mutex>(parsed.file());
        m_notices = commonTo<NoticeBoard>(parsed.file());
    }
    m_standing = commonTo<std::atomic<quint64>>(address);
    m_connection = QSqlDatabase::addDatabase(m_postgres ? u"QPSQL"_s : u"QSQLITE"_s, m_name);
    parsed.configure(m_connection);
    try {
        open();
    } catch (...) {
        m_connection = {};
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

Database::~Database()
{
    if (m_reader)
        m_notices->remove(m_reader.get());
    m_statements.clear();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

void Database::open()
{
    if (!m_connection.open())
        throw DatabaseUnreachable(m_connection.lastError().text().trimmed().toStdString());
    if (m_postgres) {
        script(u"SET client_min_messages TO warning"_s);
        for (auto it = m_listeners.constBegin(); it != m_listeners.constEnd(); ++it)
            m_connection.driver()->subscribeToNotification(it.key());
    } else {
        script(u"PRAGMA journal_mode = WAL"_s);
        script(u"PRAGMA synchronous = FULL"_s); // changes that were reported to a client must survive a power cut
        script(u"PRAGMA foreign_keys = ON"_s);
    }
}

/// Returns whether the connection is broken. QPSQL reports an open connection long after the server has gone, so a
/// query is needed.
bool Database::isLost()
{
    QSqlQuery probe(m_connection);
    const QString failedBefore = u"25P02"_s; // the transaction has failed, but the connection works
    return m_postgres && !probe.exec(u"SELECT 1"_s) && probe.lastError().nativeErrorCode() != failedBefore;
}

void Database::reopen()
{
    m_statements.clear();
    m_connection.close();
    open();
}

Database::Statement &Database::prepared(QByteArrayView sql)
{
    const std::string key(sql.data(), size_t(sql.size()));
    auto &statement = m_statements[key];
    if (!statement) {
        auto made = std::make_unique<Statement>(Statement{QSqlQuery(m_connection), {}});
        made->query.setForwardOnly(true);
        if (!made->query.prepare(QString::fromUtf8(sql))) {
            m_statements.erase(key);
            throwDatabaseError(made->query.lastError(), sql);
        }
        made->changesStanding = changesStanding(sql);
        statement = std::move(made);
    }
    return *statement;
}

qint64 Database::run(QByteArrayView sql, const QVariantList &values, const RowHandler &row)
{
    if (m_deferring && !m_nested && !sql.startsWith("SELECT")) {
        Transaction alone(*this);
        const qint64 changed = run(sql, values, row);
        alone.commit();
        return changed;
    }
    if (!m_inTransaction)
        return runAlone(sql, values, row);
    requireUsable();
    try {
        return attempt(sql, values, row);
    } catch (const DatabaseError &error) {
        noteFailure(error);
        throw;
    }
}

void Database::noteFailure(const DatabaseError &error)
{
    m_failed = true;
    // Earlier changes were lost with the connection, so only the whole transaction can be repeated.
    if (!isLost())
        return;
    m_lost = true;
    throw ConnectionLost(error.what());
}

/// Runs a statement outside a transaction. It is a transaction by itself, so it can be repeated here.
qint64 Database::runAlone(QByteArrayView sql, const QVariantList &values, const RowHandler &row)
{
    const bool reads = sql.startsWith("SELECT");
    std::unique_lock<std::recursive_mutex> writing;
    if (m_writer && !reads)
        writing = std::unique_lock(*m_writer);
    const qint64 changed = retrying(*this, [&] {
        try {
            return attempt(sql, values, row);
        } catch (const DatabaseError &) {
            if (!isLost())
                throw;
            reopen();
            return attempt(sql, values, row);
        }
    });
    m_commits += reads ? 0 : 1;
    return changed;
}

qint64 Database::attempt(QByteArrayView sql, const QVariantList &values, const RowHandler &row)
{
    if (m_observer)
        m_observer(sql, values);
    Statement &statement = prepared(sql);
    QSqlQuery &query = statement.query;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        throwDatabaseError(query.lastError(), sql);
    // All rows are read: an unfinished RETURNING would prevent every checkpoint of SQLite's log.
    while (query.next()) {
        if (row)
            row(statement);
    }
    const qint64 changed = query.numRowsAffected();
    query.finish();
    m_standingChanged = m_standingChanged || statement.changesStanding;
    if (!m_inTransaction)
        announceStanding();
    return changed;
}

void Database::script(const QString &sql)
{
    try {
        QSqlQuery query(m_connection);
        if (!query.exec(sql))
            throwDatabaseError(query.lastError(), sql.toUtf8());
    } catch (const DatabaseError &error) {
        if (m_inTransaction)
            noteFailure(error);
        throw;
    }
}

void Database::listen(const QString &channel, std::function<void()> heard)
{
    if (!m_postgres) {
        if (!m_reader)
            m_reader = std::make_unique<QObject>();
        m_notices->add(channel, m_reader.get(), std::move(heard));
        return;
    }
    if (m_listeners.isEmpty()) {
        QObject::connect(m_connection.driver(), &QSqlDriver::notification, m_connection.driver(),
                         [this](const QString &name) {
                             if (const auto listener = m_listeners.value(name))
                                 listener();
                         });
    }
    m_listeners[channel] = std::move(heard);
    m_connection.driver()->subscribeToNotification(channel);
}

/// Notifies other connections after they can see the change. A notice about a change that was undone does no harm.
void Database::notify(const QString &channel)
{
    if (m_postgres)
        value("SELECT pg_notify(?, '')", channel);
    else
        afterCommit([notices = m_notices, channel] { notices->ring(channel); });
}

/// Announces a change of standing once other connections can see it, or without need if it was undone.
void Database::announceStanding()
{
    if (std::exchange(m_standingChanged, false))
        ++*m_standing;
}

void Database::begin()
{
    // IMMEDIATE: otherwise SQLite refuses the first write of a transaction that has read outdated rows.
    const QString sql = m_postgres ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
    try {
        script(sql);
    } catch (const DatabaseError &) {
        if (!isLost())
            throw;
        reopen();
        script(sql);
    }
    m_inTransaction = true;
}

void Database::commitAll()
{
    for (qsizetype next = 0; next < m_beforeCommit.size();)
        std::function(m_beforeCommit.at(next++))(); // a copy, because an action may add others to the list
    requireSound();
    try {
        script(u"COMMIT"_s);
    } catch (const ConnectionLost &error) {
        throw DatabaseUnreachable(error.what()); // it may have been committed, so it must not be repeated
    }
    ++m_commits;
    m_beforeCommit.clear();
    ended();
}

/// Rolls back to a savepoint, or everything.
void Database::rollBack(const QString &sql)
{
    if (m_lost) // the server has rolled back
        return;
    try {
        script(sql);
        m_failed = false;
    } catch (const DatabaseError &error) {
        qWarning("Rolling back failed: %s", error.what());
    }
}

/// Resets the state after the end of the engine's transaction.
void Database::ended()
{
    m_inTransaction = false;
    m_failed = false;
    m_lost = false;
    announceStanding();
}

void Database::requireUsable() const
{
    if (m_lost)
        throw ConnectionLost("The connection broke during this transaction.");
}

void Database::requireSound() const
{
    requireUsable();
    if (m_failed)
        throw DatabaseError("The transaction cannot be committed: one of its statements has failed.");
}

void Database::observe(std::function<void(QByteArrayView, const QVariantList &)> observer)
{
    m_observer = std::move(observer);
}

void Database::beforeCommit(std::function<void()> action)
{
    if (m_inTransaction) {
        m_beforeCommit += std::move(action);
        return;
    }
    Transaction transaction(*this);
    action();
    transaction.commit();
}

void Database::afterCommit(std::function<void()> action)
{
    if (m_inTransaction)
        m_afterCommit += std::move(action);
    else
        action();
}

void Database::dropActions(Actions since)
{
    m_beforeCommit.resize(since.beforeCommit);
    m_afterCommit.resize(since.afterCommit);
}

void Database::runAfterCommit()
{
    for (const auto &action : std::exchange(m_afterCommit, {}))
        action();
}
