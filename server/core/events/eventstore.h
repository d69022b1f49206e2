// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

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
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("person.optional", "true")
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString person MEMBER person)

public:
    static QString everybody() { return QStringLiteral("*"); }
    bool isForEverybody() const { return person == everybody(); }

    qint64 seq = 0;
    AccountId accountId;
    QString type;
    QJsonObject payload;
    QDateTime createdAt;
    DeviceId deviceId; ///< of which it tells, if of one
    QString person; ///< of another account, by id or address, whom alone it concerns beside the account; or everybody()
    QList<UserId> viewers; ///< who of other accounts hears of it: known once it is delivered
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
    /// Whoever looks at the device in `device_id` hears of it too, where Visibility lets them.
    void record(AccountId account, const QString &type, const QJsonObject &payload);
    /// The same for the account and this person of another, named by id or address, who may not be there at all.
    void recordFor(const QString &person, AccountId account, const QString &type, const QJsonObject &payload);
    /// The same for every account.
    void recordForEverybody(const QString &type, const QJsonObject &payload);

    QList<EventRow> after(qint64 seq, int limit);
    QList<EventRow> ofAccountAfter(AccountId account, qint64 seq, int limit);
    QList<EventRow> ofPersonAfter(UserId user, qint64 seq, int limit);
    /// Of these types, and of devices that are shared with the user at this moment.
    QList<EventRow> ofViewerAfter(UserId user, const QStringList &types, qint64 seq, int limit);
    qint64 last();
    qint64 removeBefore(const QDateTime &time);

    /// The channel that PostgreSQL notifies at each commit with an event.
    static constexpr char channel[] = "waymark_event";

private:
    void insert(EventRow event);

    Database &m_database;
    std::function<void()> m_recorded;
};
