// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/sessionstore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int daysOfEndedSessions = 90;

constexpr char ownerColumns[] =
    "SELECT s.session_id, s.confidential, s.last_used_at, s.ended_at, u.user_id, u.account_id, u.role, u.main, "
    "EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL) "
    "OR EXISTS (SELECT 1 FROM security_key k WHERE k.user_id = u.user_id) "
    "AS second_factor, "
    "a.status AS account_status, p.app_id, p.first_party, p.status AS app_status, "
    "p.trial_ends_at, p.daily_quota, ";
constexpr char sessionOfToken[] = " JOIN session s ON s.session_id = t.session_id";
constexpr char ownerTables[] = " JOIN account_user u ON u.user_id = s.user_id"
                               " JOIN account a ON a.account_id = u.account_id"
                               " JOIN app p ON p.app_id = s.app_id";

/// The session `s` has a token with which its app can act or go on. Takes the present time twice.
constexpr char hasToken[] =
    "(EXISTS (SELECT 1 FROM access_token t WHERE t.session_id = s.session_id AND t.expires_at > ?) OR "
    "EXISTS (SELECT 1 FROM refresh_token r WHERE r.session_id = s.session_id AND r.expires_at > ? "
    "AND r.spent_at IS NULL))";

QByteArray byAccessSql(const QByteArray &condition)
{
    return QByteArray(ownerColumns) + "t.expires_at, COALESCE(t.scopes, s.scopes) AS scopes FROM access_token t"
        + sessionOfToken + ownerTables + " WHERE t.token_hash = ? AND t.expires_at > ? AND " + condition;
}

QByteArray byRefreshSql()
{
    return QByteArray(ownerColumns) + "s.scopes, t.expires_at, t.spent_at, t.spent_order FROM refresh_token t"
        + sessionOfToken + ownerTables + " WHERE t.token_hash = ? AND t.expires_at > ?";
}
}

void SessionStore::insertAccess(const QString &hash, SessionId session, const QDateTime &expires,
                                std::optional<Scopes> narrower)
{
    m_database.exec("INSERT INTO access_token (token_hash, session_id, expires_at, scopes) VALUES (?, ?, ?, ?)", hash,
                    session, expires, narrower);
}

void SessionStore::removeAccess(const QString &hash)
{
    m_database.exec("DELETE FROM access_token WHERE token_hash = ?", hash);
}

void SessionStore::insertRefresh(const QString &hash, SessionId session, const QDateTime &expires)
{
    m_database.exec("INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES (?, ?, ?) "
                    "ON CONFLICT (token_hash) DO NOTHING",
                    hash, session, expires);
}

std::optional<TokenOwner> SessionStore::byAccess(const QString &hash, const QDateTime &now)
{
    static const QByteArray sql = byAccessSql("s.ended_at IS NULL");
    return m_database.one<TokenOwner>(sql, hash, now);
}

std::optional<TokenOwner> SessionStore::byEndedAccess(const QString &hash, const QDateTime &now)
{
    return m_database.one<TokenOwner>(byAccessSql("s.ended_at IS NOT NULL"), hash, now);
}

std::optional<TokenOwner> SessionStore::byRefresh(const QString &hash, const QDateTime &now)
{
    return m_database.one<TokenOwner>(byRefreshSql(), hash, now);
}

std::optional<TokenOwner> SessionStore::byRefreshForUpdate(const QString &hash, const QDateTime &now)
{
    return m_database.one<TokenOwner>(byRefreshSql() + m_database.forUpdate("t, s"), hash, now);
}

std::optional<TokenOwner> SessionStore::bySession(SessionId session, const QDateTime &now)
{
    static const QByteArray sql = QByteArray(ownerColumns) + "s.scopes FROM session s" + ownerTables
        + " WHERE s.session_id = ? AND s.ended_at IS NULL AND " + hasToken;
    return m_database.one<TokenOwner>(sql, session, now, now);
}

QDateTime SessionStore::signedInAt(SessionId session)
{
    const auto row =
        m_database.one<SessionRow>("SELECT * FROM session WHERE session_id = ? AND parent_id IS NULL", session);
    return row ? row->signedInAt : QDateTime();
}

QDateTime SessionStore::signedInAtForShare(SessionId session)
{
    const auto row = m_database.one<SessionRow>(
        "SELECT * FROM session WHERE session_id = ? AND ended_at IS NULL" + m_database.forShare(), session);
    return row ? row->signedInAt : QDateTime();
}

void SessionStore::lockOfUser(UserId user)
{
    m_database.select<SessionRow>("SELECT * FROM session WHERE ended_at IS NULL AND user_id = ? ORDER BY session_id"
                                      + m_database.forUpdate(),
                                  user);
}

void SessionStore::lockOfAccount(AccountId account)
{
    m_database.select<SessionRow>("SELECT * FROM session WHERE ended_at IS NULL AND user_id IN (SELECT user_id FROM "
                                  "account_user WHERE account_id = ?) ORDER BY session_id"
                                      + m_database.forUpdate(),
                                  account);
}

void SessionStore::spend(SessionId session, const QString &refreshHash, const QDateTime &now)
{
    m_database.exec("UPDATE refresh_token SET spent_at = ?, spent_order = "
                    "(SELECT COALESCE(max(spent_order), 0) + 1 FROM refresh_token WHERE session_id = ?) "
                    "WHERE token_hash = ?",
                    now, session, refreshHash);
}

bool SessionStore::wasSpentLast(SessionId session, qint64 spentOrder)
{
    return !m_database
                .value("SELECT 1 FROM refresh_token WHERE session_id = ? AND spent_order > ? LIMIT 1", session,
                       spentOrder)
                .isValid();
}

void SessionStore::spendLost(SessionId session, const QString &successorHash, const QDateTime &now)
{
    m_database.exec("UPDATE refresh_token SET spent_at = ?, spent_order = 0 "
                    "WHERE session_id = ? AND token_hash <> ? AND spent_at IS NULL",
                    now, session, successorHash);
}

void SessionStore::touch(SessionId session, const QDateTime &now)
{
    m_database.exec("UPDATE session SET refreshed_at = ? WHERE session_id = ?", now, session);
}

bool SessionStore::end(SessionId session, const QDateTime &now)
{
    const bool ended =
        m_database.exec("UPDATE session SET ended_at = ? WHERE session_id = ? AND ended_at IS NULL", now, session) > 0;
    endBelow("p.session_id = ?", {SqlValue::of(session)}, now);
    return ended;
}

bool SessionStore::endOfUser(UserId user, SessionId session, const QDateTime &now)
{
    const bool ended =
        m_database.exec("UPDATE session SET ended_at = ? WHERE session_id = ? AND user_id = ? AND ended_at IS NULL",
                        now, session, user)
        > 0;
    endBelow("p.session_id = ? AND p.user_id = ?", {SqlValue::of(session), SqlValue::of(user)}, now);
    return ended;
}

void SessionStore::endOthers(AccountId account, SessionId except, const QDateTime &now)
{
    m_database.exec("UPDATE session SET ended_at = ? WHERE ended_at IS NULL AND session_id <> ? AND user_id IN "
                    "(SELECT user_id FROM account_user WHERE account_id = ?)",
                    now, except.toString(), account);
}

void SessionStore::endOthersOfUser(UserId user, SessionId except, const QDateTime &now)
{
    m_database.exec("UPDATE session SET ended_at = ? WHERE ended_at IS NULL AND session_id <> ? AND user_id = ?", now,
                    except.toString(), user);
}

bool SessionStore::endOfApp(UserId user, AppId app, const QDateTime &now)
{
    const bool ended =
        m_database.exec("UPDATE session SET ended_at = ? WHERE ended_at IS NULL AND user_id = ? AND app_id = ?", now,
                        user, app)
        > 0;
    endBelow("p.user_id = ? AND p.app_id = ?", {SqlValue::of(user), SqlValue::of(app)}, now);
    return ended;
}

void SessionStore::endAllOfApp(AppId app, const QDateTime &now)
{
    m_database.exec("UPDATE session SET ended_at = ? WHERE ended_at IS NULL AND app_id = ?", now, app);
    endBelow("p.app_id = ?", {SqlValue::of(app)}, now);
}

QList<AppId> SessionStore::endedTrials(const QDateTime &now)
{
    QList<AppId> ids;
    for (const App &app :
         m_database.select<App>("SELECT DISTINCT a.app_id FROM app a JOIN session s ON "
                                "s.app_id = a.app_id AND s.ended_at IS NULL WHERE a.trial_ends_at <= ?",
                                now))
        ids += app.appId;
    return ids;
}

/// An earlier statement has ended the parents, so they get no more children. A descendant may be creating a child at
/// this moment: it is locked until then, and the next round finds the child.
void SessionStore::endBelow(const QByteArray &condition, const QVariantList &values, const QDateTime &now)
{
    const QByteArray sql = "UPDATE session SET ended_at = ? WHERE ended_at IS NULL AND session_id IN ("
                           "WITH RECURSIVE below (session_id) AS ("
                           "SELECT c.session_id FROM session c JOIN session p ON p.session_id = c.parent_id WHERE "
        + condition
        + " UNION SELECT c.session_id FROM session c JOIN below b ON b.session_id = c.parent_id) "
          "SELECT session_id FROM below)";
    const QVariantList all = QVariantList{SqlValue::of(now)} + values;
    while (m_database.execWith(sql, all) > 0) { }
}

QList<SignIn> SessionStore::ongoing(UserId user, const QDateTime &now)
{
    static const QByteArray sql =
        QByteArray("SELECT s.session_id, s.app_id, p.name AS app_name, s.user_agent, s.address, s.created_at, "
                   "s.last_used_at, s.scopes FROM session s JOIN app p ON p.app_id = s.app_id "
                   "WHERE s.user_id = ? AND s.ended_at IS NULL AND ")
        + hasToken + " ORDER BY s.last_used_at DESC, s.session_id DESC";
    return m_database.select<SignIn>(sql, user, now, now);
}

QList<SessionId> SessionStore::expired(const QDateTime &after, const QDateTime &now)
{
    QList<SessionId> ids;
    static const QByteArray sql =
        QByteArray("SELECT * FROM session s WHERE ended_at IS NULL AND session_id IN ("
                   "SELECT session_id FROM access_token WHERE expires_at > ? AND expires_at <= ? "
                   "UNION SELECT session_id FROM refresh_token "
                   "WHERE expires_at > ? AND expires_at <= ?) AND NOT ")
        + hasToken + " ORDER BY session_id";
    for (const SessionRow &row : m_database.select<SessionRow>(sql, after, now, after, now, now, now))
        ids += row.sessionId;
    return ids;
}

bool SessionStore::endExpired(SessionId session, const QDateTime &now)
{
    m_database.one<SessionRow>("SELECT * FROM session WHERE session_id = ?" + m_database.forUpdate(), session);
    static const QByteArray sql = QByteArray("SELECT 1 FROM session s WHERE session_id = ? AND ") + hasToken;
    return !m_database.value(sql, session, now, now).isValid() && end(session, now);
}

qint64 SessionStore::removeExpired(const QDateTime &now)
{
    const qint64 removed = m_database.exec("DELETE FROM access_token WHERE expires_at < ?", now)
        + m_database.exec("DELETE FROM refresh_token WHERE expires_at < ?", now);
    {
        // A session gets its tokens in the transaction that begins it, so none is seen without them.
        Transaction transaction(m_database);
        const qint64 ended =
            m_database.exec("UPDATE session SET ended_at = ? WHERE ended_at IS NULL "
                            "AND NOT EXISTS (SELECT 1 FROM access_token t WHERE t.session_id = session.session_id) "
                            "AND NOT EXISTS (SELECT 1 FROM refresh_token r WHERE r.session_id = session.session_id "
                            "AND r.spent_at IS NULL)",
                            now);
        if (ended > 0)
            endBelow("p.ended_at = ?", {SqlValue::of(now)}, now);
        transaction.commit();
    }
    // In parts, so that no transaction holds many rows for long.
    while (m_database.exec("DELETE FROM session WHERE session_id IN (SELECT session_id FROM session "
                           "WHERE ended_at < ? ORDER BY session_id LIMIT 1000)",
                           now.addDays(-daysOfEndedSessions))
           > 0) { }
    return removed;
}
