// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/identity/access/visibility.h"
#include "server/notifications/notifier.h"

#include <optional>

struct PageRequest;

/// Which notifications are meant. What is null, empty or invalid does not narrow it.
struct NotificationQuery
{
    AccountId account;
    DeviceId device;
    QString type;
    std::optional<bool> unread;
    QDateTime from; ///< made at or after
    QDateTime to; ///< made before
};

/// What accounts are told: read, and told of by who may.
class NotificationService
{
public:
    /// `recorded`: see Notifier.
    NotificationService(Database &database, const EventOutlet &outlet)
        : m_database(database)
        , m_notifier(database, outlet)
        , m_events(database, outlet)
        , m_visibility(database)
    {
    }

    struct Page
    {
        QList<Notification> notifications;
        std::optional<qint64> total;
    };
    /// The account's, and what was announced to everybody; newest first.
    Page list(const Caller &caller, const NotificationQuery &query, const PageRequest &page);
    /// How many became read, or unread.
    NotificationsRead setRead(const Caller &caller, NotificationsRead wanted, bool read);
    /// Today's, by the account's time zone, that some channel has not got yet.
    QList<Notification> unsent(const Caller &caller, AccountId account);

    /// `type` is a camera's; an app may tell of the devices of accounts that use it. Throws Problem 404 and 422.
    Notification tellOfDevice(const Caller &caller, const QString &type, DeviceId device,
                              const NotificationReport &report);
    /// `type` is a mark's.
    Notification tellOfMark(const Caller &caller, const QString &type, DeviceMarkId mark,
                            const NotificationReport &report);

    /// For administrators; the routes let nobody else in.
    Notification announce(const Announcement &announcement);
    Notification change(NotificationId notification, const Precondition &precondition,
                        const std::function<void(Announcement &)> &change);
    /// It is not shown any more, and what was not sent yet is not.
    void withdraw(NotificationId notification, const Precondition &precondition);

private:
    void requireTold(const Caller &caller, AccountId account);
    QList<Notification> filledRead(const Caller &caller, QList<Notification> notifications);
    Notification announcementForUpdate(NotificationId notification, const Precondition &precondition);

    Database &m_database;
    Notifier m_notifier;
    EventStore m_events;
    Visibility m_visibility;
};
