// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/events/eventstore.h"

#include "models/core/times.h"

#include <QJsonDocument>

void EventStore::record(AccountId account, const QString &type, const QJsonObject &payload,
                        const std::optional<Headline> &headline)
{
    EventRow event;
    event.accountId = account;
    event.type = type;
    event.payload = payload;
    insert(event);
    if (!headline)
        return;
    for (const EventObserver &observer : std::as_const(m_outlet.observers))
        observer(m_database, event, *headline);
}

void EventStore::recordFor(const QString &person, AccountId account, const QString &type, const QJsonObject &payload)
{
    EventRow event;
    event.accountId = account;
    event.type = type;
    event.payload = payload;
    event.person = person;
    insert(event);
}

void EventStore::recordForEverybody(const QString &type, const QJsonObject &payload)
{
    recordFor(EventRow::everybody(), {}, type, payload);
}

void EventStore::number(Database &database, EventRow event)
{
    event.seq = database.value("UPDATE event_sequence SET last = last + 1 WHERE one = 1 RETURNING last").toLongLong();
    event.createdAt = Times::now();
    // Written as text: an event for everybody has no account.
    database.exec("INSERT INTO event (seq, account_id, type, payload, created_at, device_id, person) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)",
                  event.seq, event.accountId.toString(), event.type,
                  QString::fromUtf8(QJsonDocument(event.payload).toJson(QJsonDocument::Compact)), event.createdAt,
                  event.deviceId, event.person.isEmpty() ? QVariant() : QVariant(event.person));
    database.notify(QString::fromLatin1(channel));
}

void EventStore::insert(EventRow &event)
{
    // Not payload[…], which would insert a null for an absent member.
    event.deviceId = DeviceId::parse(event.payload.value(u"device_id").toString()).value_or(DeviceId());
    // The counter's row is the last that a transaction locks, so that none waits for another row while all others wait
    // for the counter (docs/architecture.md, "The order of locks").
    m_database.beforeCommit([&database = m_database, event] { number(database, event); });
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

QList<EventRow> EventStore::ofPersonAfter(UserId user, qint64 seq, int limit)
{
    return m_database.select<EventRow>(
        "SELECT * FROM event WHERE seq > ? AND person IN (SELECT user_id FROM account_user WHERE user_id = ? "
        "UNION ALL SELECT email FROM account_user WHERE user_id = ? AND email <> '' UNION ALL SELECT CAST(? AS TEXT)) "
        "ORDER BY seq LIMIT ?",
        seq, user, user, EventRow::everybody(), limit);
}

bool EventStore::keepsAllAfter(qint64 seq)
{
    const qint64 newest = last();
    const QVariant oldest = m_database.value("SELECT min(seq) FROM event");
    // The numbers have no gaps. A client of another database may have seen a number that does not exist here.
    return seq == newest || (seq < newest && !oldest.isNull() && seq + 1 >= oldest.toLongLong());
}

qint64 EventStore::last() { return m_database.value("SELECT last FROM event_sequence WHERE one = 1").toLongLong(); }

qint64 EventStore::removeBefore(const QDateTime &time)
{
    return m_database.exec("DELETE FROM event WHERE created_at < ?", time);
}
