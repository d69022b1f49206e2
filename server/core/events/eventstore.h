// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"
#include "server/core/events/topic.h"

#include <QJsonObject>

/// A recorded event.
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
    DeviceId deviceId; ///< the device that the event is about, if any
    QString person; ///< a person of another account, by ID or address, who receives the event beside the account; or
                    ///< everybody()
    QList<UserId> viewers; ///< users of other accounts who receive the event; set on delivery
};

/// What an event means to people. An event without a headline concerns programs only.
struct Headline
{
    Topic topic = Topic::Announcement;
    QString object = {}; ///< the id of the object that the event is about
    QString title = {}; ///< in English; clients word it in their own language, by the topic
    QString text = {};
    QJsonObject data = {};
};

/// Follows an event in the transaction that records it, for example by planning notifications. The event has no
/// sequence number and no time yet.
using EventObserver = std::function<void(Database &, const EventRow &, const Headline &)>;

/// What a process does with an event besides recording it.
struct EventOutlet
{
    QList<EventObserver> observers = {}; ///< called for each event that has a headline, inside the transaction
};

/// The log of what happened. An event is written in the transaction of its cause, so that neither exists without the
/// other.
class EventStore
{
public:
    EventStore(Database &database, EventOutlet outlet)
        : m_database(database)
        , m_outlet(std::move(outlet))
    {
    }

    /// Records an event of an account. The payload is thin: ids, never pictures or names; a client that needs more
    /// reads the object. The users with whom the device in `device_id` is shared receive the event too.
    /// Transaction: the caller's. The event gets its sequence number just before the commit, which waits for any other
    /// commit with an event, so that events become visible in the order of their sequence numbers.
    void record(AccountId account, const QString &type, const QJsonObject &payload,
                const std::optional<Headline> &headline = {});
    /// Records an event for the account and for one person of another account. `person` is an ID or an email address,
    /// and need not exist.
    void recordFor(const QString &person, AccountId account, const QString &type, const QJsonObject &payload);
    /// Records an event for every account.
    void recordForEverybody(const QString &type, const QJsonObject &payload);

    /// Returns up to `limit` events after `seq`, in order.
    QList<EventRow> after(qint64 seq, int limit);
    QList<EventRow> ofAccountAfter(AccountId account, qint64 seq, int limit);
    /// Returns the events recorded for this person or for everybody.
    QList<EventRow> ofPersonAfter(UserId user, qint64 seq, int limit);
    /// Returns the sequence number of the last event.
    qint64 last();
    /// Returns whether every event after `seq` is still kept, and `seq` is the number of an event or 0.
    bool keepsAllAfter(qint64 seq);
    qint64 removeBefore(const QDateTime &time);

    /// The channel that is notified at each commit with an event; see Database::listen().
    static constexpr char channel[] = "waymark_event";

private:
    static void number(Database &database, EventRow event);
    void insert(EventRow &event);

    Database &m_database;
    EventOutlet m_outlet;
};
