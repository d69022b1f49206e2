// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventstore.h"

#include "models/times.h"

void EventStore::record(AccountId account, const QString &type, const QJsonObject &payload)
{
    EventRow event;
    event.seq = m_database.value("UPDATE event_sequence SET last = last + 1 WHERE one = 1 RETURNING last").toLongLong();
    event.accountId = account;
    event.type = type;
    event.payload = payload;
    event.createdAt = Times::now();
    m_database.insert(event);
    if (m_database.isPostgres())
        m_database.value("SELECT pg_notify(?, '')", QString::fromLatin1(channel));
    m_database.afterCommit(m_recorded);
}

QList<EventRow> EventStore::after(qint64 seq, int limit)
{
    return m_database.select<EventRow>("SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
}

QList<EventRow> EventStore::ofAccountAfter(AccountId account, qint64 seq, int limit)
{
    return m_database.select<EventRow>("SELECT * FROM event WHERE account_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                                       account, seq, limit);
}

qint64 EventStore::last() { return m_database.value("SELECT last FROM event_sequence WHERE one = 1").toLongLong(); }

qint64 EventStore::removeBefore(const QDateTime &time)
{
    return m_database.exec("DELETE FROM event WHERE created_at < ?", time);
}
