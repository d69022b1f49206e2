// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"
#include "server/notifications/notifier.h"

#include <optional>

struct PageRequest;

/// A filter for the notifications of an account. Fields that are null, empty, or invalid do not filter.
struct NotificationQuery
{
    AccountId account;
    DeviceId device;
    QString type;
    std::optional<bool> unread;
    QDateTime from; ///< created at or after
    QDateTime to; ///< created before
};

/// Returns notifications, and creates notifications for apps and administrators.
class NotificationService
{
public:
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
    /// Returns the notifications of the account and the announcements to all accounts, newest first. A mark has one
    /// entry: `mark.opened` while it is open, then `mark.closed`.
    ///
    /// Throws: 404 for an account that the caller cannot see.
    Page list(const Caller &caller, const NotificationQuery &query, const PageRequest &page);
    /// Returns a notification of the account, of an account that the staff may see, or an announcement to all accounts.
    /// Throws: 404.
    Notification get(const Caller &caller, NotificationId notification);
    /// Marks notifications as read or unread. The result contains the number of changed notifications.
    NotificationsRead setRead(const Caller &caller, NotificationsRead wanted, bool read);
    /// Returns the notifications of the current day, in the account's time zone, that have pending deliveries.
    QList<Notification> unsent(const Caller &caller, AccountId account);

    /// Creates a notification about a device or a mark. The caller is an administrator, or an app that the account
    /// uses. `type` must start with `camera.` for a device, and with `mark.` for a mark.
    ///
    /// Throws: 404; 422 for another type.
    Notification recordDevice(const Caller &caller, const QString &type, DeviceId device,
                              const NotificationReport &report);
    Notification recordMark(const Caller &caller, const QString &type, DeviceMarkId mark,
                            const NotificationReport &report);

    /// announce(), change(), and withdraw() are for administrators. The routes admit no other callers.
    Notification announce(const Announcement &announcement);
    Notification change(const Caller &caller, NotificationId notification, const Precondition &precondition,
                        const std::function<void(Announcement &)> &change);
    /// Hides a notification and deletes its pending deliveries.
    void withdraw(const Caller &caller, NotificationId notification, const Precondition &precondition);

private:
    void requireApp(const Caller &caller, AccountId account);
    QList<Notification> filledRead(const Caller &caller, QList<Notification> notifications);
    Notification filledRead(const Caller &caller, const Notification &notification)
    {
        return filledRead(caller, QList{notification}).constFirst();
    }
    Notification forUpdate(const Caller &caller, NotificationId notification, const Precondition &precondition);

    Database &m_database;
    Notifier m_notifier;
    EventStore m_events;
    Visibility m_visibility;
};

/// Returns the routes of notifications.
RouteTable notificationRoutes(NotificationService &notifications);
