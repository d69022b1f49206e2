// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/lastuses.h"

#include "models/core/times.h"

#include <optional>
#include <utility>

bool LastUses::isRecent(const QDateTime &written)
{
    return written.isValid() && written.addSecs(resolution.count()) > Times::now();
}

void LastUses::note(SessionId session, const QDateTime &written)
{
    if (isRecent(written))
        return;
    const std::lock_guard guard(m_lock);
    m_sessions.insert(session);
    wake();
}

void LastUses::note(AppKeyId key, const QDateTime &written)
{
    if (isRecent(written))
        return;
    const std::lock_guard guard(m_lock);
    m_keys.insert(key);
    wake();
}

void LastUses::wake()
{
    if (!std::exchange(m_woken, true))
        QMetaObject::invokeMethod(this, &LastUses::write, Qt::QueuedConnection);
}

void LastUses::write()
{
    QSet<SessionId> sessions;
    QSet<AppKeyId> keys;
    {
        const std::lock_guard guard(m_lock);
        m_woken = false;
        sessions.swap(m_sessions);
        keys.swap(m_keys);
    }
    if (!m_database)
        return;
    const QDateTime now = Times::now();
    const QDateTime stale = now.addSecs(-resolution.count());
    try {
        // On PostgreSQL, other servers update the same rows in another order, and one large transaction could deadlock.
        // Each row is updated in a transaction of its own there.
        std::optional<Transaction> transaction;
        if (!m_database->isPostgres())
            transaction.emplace(*m_database);
        for (const SessionId &session : std::as_const(sessions))
            m_database->exec("UPDATE session SET last_used_at = ? WHERE session_id = ? AND last_used_at <= ?", now,
                             session, stale);
        for (const AppKeyId &key : std::as_const(keys))
            m_database->exec("UPDATE app_key SET last_used_at = ? WHERE key_id = ?", now, key);
        if (transaction)
            transaction->commit();
    } catch (const std::exception &error) {
        qWarning("Cannot store the last use of %lld sessions: %s", qlonglong(sessions.size()), error.what());
    }
}

void LastUses::stop()
{
    write();
    m_database = nullptr;
}
