// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/database.h"

#include "server/core/db/databaseaddress.h"
#include "server/core/http/problem.h"

#include <QAtomicInteger>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <map>
#include <utility>

using namespace Qt::StringLiterals;

struct Database::Statement
{
    QSqlQuery query;
    /// Which column each field of a model is in; -1: not in this statement.
    QHash<const QMetaObject *, QList<int>> columns;
    bool changesStanding = false; ///< of a credential
};

namespace {

[[noreturn]] void fail(const QSqlQuery &query, QByteArrayView sql)
{
    const QSqlError error = query.lastError();
    const std::string text = (error.text().trimmed().toUtf8() + " in: " + sql.toByteArray()).toStdString();
    const QString code = error.nativeErrorCode();
    if (code == u"23505"_s || code == u"1555"_s || code == u"2067"_s)
        throw UniqueViolation(text);
    throw DatabaseError(text);
}

/// What all connections of this process to one database have in common.
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

/// Judged by the statement, so that no service can forget to tell. Too often does no harm.
bool changesStanding(QByteArrayView sql)
{
    for (const QByteArrayView verb : {"UPDATE ", "DELETE FROM "}) {
        if (!sql.startsWith(verb))
            continue;
        const QByteArray table = before(sql.sliced(verb.size()).toByteArray(), ' ');
        for (const char *name : {"session", "access_token", "app_token", "account_user", "account", "app"}) {
            if (table == name)
                return true;
        }
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
    if (!m_postgres)
        m_writer = commonTo<std::recursive_mutex>(parsed.file());
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
        script(u"PRAGMA synchronous = FULL"_s); // an answer that was sent must survive a power cut
        script(u"PRAGMA foreign_keys = ON"_s);
    }
}

/// QPSQL says that it is open long after the server has gone, so only a question tells.
bool Database::isLost()
{
    QSqlQuery probe(m_connection);
    const QString failedBefore = u"25P02"_s; // the transaction has, the connection is sound
    return m_postgres && !probe.exec(u"SELECT 1"_s) && probe.lastError().nativeErrorCode() != failedBefore;
}

void Database::reopen()
{
    m_statements.clear();
    m_connection.close();
    try {
        open();
    } catch (const DatabaseError &error) {
        qWarning("The database cannot be reached: %s", error.what());
        throw Problem::unavailable(u"database_unavailable"_s, u"The database cannot be reached right now."_s,
                                   std::chrono::seconds(2));
    }
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
            fail(made->query, sql);
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
        const qint64 changed = attempt(sql, values, row);
        alone.commit();
        return changed;
    }
    std::unique_lock<std::recursive_mutex> writing;
    if (m_writer && !m_inTransaction && !sql.startsWith("SELECT"))
        writing = std::unique_lock(*m_writer);
    try {
        return attempt(sql, values, row);
    } catch (const UniqueViolation &) {
        throw;
    } catch (const DatabaseError &) {
        // Inside a transaction what came before went with the connection, so only the caller could begin again.
        if (!isLost())
            throw;
        const bool again = !m_inTransaction;
        reopen();
        if (!again)
            throw;
        return attempt(sql, values, row);
    }
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
        fail(query, sql);
    // To the end in any case: a RETURNING that is not read out keeps SQLite's log from ever being checkpointed.
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

QVariant Database::valueWith(QByteArrayView sql, const QVariantList &values)
{
    QVariant found;
    run(sql, values, [&](Statement &row) {
        if (!found.isValid())
            found = row.query.value(0);
    });
    return found;
}

void Database::read(const QMetaObject &type, void *gadget, Statement &row)
{
    const auto &fields = Resource::fieldsOf(type).all;
    QList<int> &columns = row.columns[&type];
    if (columns.isEmpty()) {
        const QSqlRecord record = row.query.record();
        for (const auto &field : fields)
            columns += field.stored ? record.indexOf(QLatin1StringView(field.name)) : -1;
    }
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (columns[i] >= 0)
            Resource::fromSql(fields[i], gadget, row.query.value(columns[i]));
    }
}

void Database::insertRow(const QMetaObject &type, const void *gadget)
{
    const auto &fields = Resource::fieldsOf(type);
    QVariantList values;
    for (const auto &field : fields.all) {
        if (field.stored)
            values += Resource::toSql(field, gadget);
    }
    run("INSERT INTO " + fields.table + " (" + fields.columns + ") VALUES (" + placeholders(values.size()) + ")",
        values, {});
}

bool Database::updateRow(const QMetaObject &type, const void *gadget)
{
    const auto &fields = Resource::fieldsOf(type);
    QVariantList values;
    QByteArray assignments;
    for (const auto &field : fields.all) {
        if (!field.stored || field.name == fields.key)
            continue;
        assignments += (assignments.isEmpty() ? "" : ", ") + field.name + " = ?";
        values += Resource::toSql(field, gadget);
    }
    values += Resource::toSql(*fields.find(fields.key), gadget);
    return run("UPDATE " + fields.table + " SET " + assignments + " WHERE " + fields.key + " = ?", values, {}) > 0;
}

void Database::script(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        fail(query, sql.toUtf8());
}

void Database::listen(const QString &channel, std::function<void()> heard)
{
    if (!m_postgres)
        return;
    if (m_listeners.isEmpty()) {
        QObject::connect(m_connection.driver(), &QSqlDriver::notification, m_connection.driver(),
                         [this](const QString &name) {
                             if (const auto listener = m_listeners.value(name))
                                 listener();
                         });
    }
    m_listeners.insert(channel, std::move(heard));
    m_connection.driver()->subscribeToNotification(channel);
}

/// Once others can see it; also where it was undone after all, which does no harm.
void Database::announceStanding()
{
    if (std::exchange(m_standingChanged, false))
        ++*m_standing;
}

void Database::begin()
{
    // IMMEDIATE: SQLite would otherwise refuse the first write of a transaction that has read something outdated.
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

void Database::observe(std::function<void(QByteArrayView, const QVariantList &)> observer)
{
    m_observer = std::move(observer);
}

void Database::afterCommit(std::function<void()> action)
{
    if (m_inTransaction)
        m_afterCommit += std::move(action);
    else
        action();
}

QByteArray Database::placeholders(qsizetype count)
{
    return count > 0 ? "?" + QByteArray(", ?").repeated(count - 1) : QByteArray();
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_savepoint(database.m_held)
    , m_actions(database.m_afterCommit.size())
{
    Q_ASSERT(!database.m_nested);
    if (m_savepoint) {
        database.script(u"SAVEPOINT deferred"_s);
    } else {
        if (database.m_writer)
            m_writing = std::unique_lock(*database.m_writer);
        database.begin();
    }
    database.m_nested = true;
}

Transaction::~Transaction()
{
    if (m_done)
        return;
    try {
        m_database.script(m_savepoint ? u"ROLLBACK TO SAVEPOINT deferred"_s : u"ROLLBACK"_s);
    } catch (const std::exception &error) {
        qWarning("Rolling back failed: %s", error.what()); // a connection that was lost has rolled back by itself
    }
    m_database.m_nested = false;
    m_database.m_inTransaction = m_savepoint;
    m_database.m_afterCommit.resize(m_actions);
}

void Transaction::commit()
{
    if (m_savepoint) {
        m_database.script(u"RELEASE SAVEPOINT deferred"_s);
    } else if (m_database.m_deferring) {
        m_database.m_held = true;
        m_database.m_holding = std::move(m_writing);
    } else {
        m_database.script(u"COMMIT"_s);
        m_database.m_inTransaction = false;
    }
    m_database.m_nested = false;
    m_done = true;
    if (m_database.m_held)
        return;
    m_database.announceStanding();
    if (m_writing.owns_lock())
        m_writing.unlock();
    for (const auto &action : std::exchange(m_database.m_afterCommit, {}))
        action();
}

Savepoint::Savepoint(Database &database)
    : m_database(database)
{
    m_database.script(u"SAVEPOINT part"_s);
}

Savepoint::~Savepoint()
{
    if (m_done)
        return;
    try {
        m_database.script(u"ROLLBACK TO SAVEPOINT part"_s);
        m_database.script(u"RELEASE SAVEPOINT part"_s);
    } catch (const std::exception &error) {
        qWarning("Rolling back failed: %s", error.what()); // as does the transaction then
    }
}

void Savepoint::keep()
{
    m_database.script(u"RELEASE SAVEPOINT part"_s);
    m_done = true;
}

Deferral::Deferral(Database &database)
    : m_database(database)
{
    Q_ASSERT(!database.m_deferring && !database.m_inTransaction);
    database.m_deferring = true;
}

Deferral::~Deferral()
{
    try {
        commit();
    } catch (const std::exception &error) {
        qWarning("Committing failed: %s", error.what());
    }
}

void Deferral::commit() { end(u"COMMIT"_s); }

void Deferral::discard()
{
    m_database.m_afterCommit.clear();
    end(u"ROLLBACK"_s);
}

void Deferral::end(const QString &sql)
{
    m_database.m_deferring = false;
    if (!std::exchange(m_database.m_held, false))
        return;
    auto holding = std::move(m_database.m_holding);
    const auto actions = std::exchange(m_database.m_afterCommit, {});
    try {
        m_database.script(sql);
    } catch (...) {
        QSqlQuery(m_database.m_connection).exec(u"ROLLBACK"_s); // or the connection would stay in it
        m_database.m_inTransaction = false;
        throw;
    }
    m_database.m_inTransaction = false;
    m_database.announceStanding();
    if (holding.owns_lock())
        holding.unlock();
    for (const auto &action : actions)
        action();
}
