// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/id.h"
#include "server/db/database.h"

#include <QJsonObject>

/// One thing that happened, as it was recorded.
class EventRow
{
    Q_GADGET
    Q_CLASSINFO("table", "event")
    Q_PROPERTY(qint64 seq MEMBER seq)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QString type MEMBER type)
    Q_PROPERTY(QJsonObject payload MEMBER payload)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)

public:
    qint64 seq = 0;
    AccountId accountId;
    QString type;
    QJsonObject payload;
    QDateTime createdAt;
};

/// What happened, written in the transaction that made it so: neither can be lost without the other.
class EventStore
{
public:
    /// `recorded` is called after the commit; from any thread, so it must only wake somebody.
    EventStore(Database &database, std::function<void()> recorded)
        : m_database(database)
        , m_recorded(std::move(recorded))
    {
    }

    /// Inside a transaction. The payload is thin: ids, never pictures or names; who hears of it reads again.
    /// Its sequence number is the next one, so that events become visible in the order of their numbers: whoever
    /// records waits here for the transaction before it.
    void record(AccountId account, const QString &type, const QJsonObject &payload);

    QList<EventRow> after(qint64 seq, int limit);
    QList<EventRow> ofAccountAfter(AccountId account, qint64 seq, int limit);
    qint64 last();
    qint64 removeBefore(const QDateTime &time);

    /// The channel that PostgreSQL notifies at each commit with an event.
    static constexpr char channel[] = "waymark_event";

private:
    Database &m_database;
    std::function<void()> m_recorded;
};
