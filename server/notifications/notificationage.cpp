// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationjobs.h"

#include "server/core/db/retry.h"

namespace {
/// Rows that one transaction deletes: SQLite has one writer, which must not be held up for long.
constexpr qint64 atOnce = 500;

void removeAll(Database &database, const QByteArray &sql, const QDateTime &before, const std::atomic_bool &stopping)
{
    for (qint64 removed = atOnce; removed == atOnce;) {
        if (stopping)
            throw std::runtime_error("the server stops");
        removed = inTransaction(database, [&] { return database.exec(sql, before, atOnce); });
    }
}
}

void NotificationAge::purge(Database &database, const QDateTime &now, const std::atomic_bool &stopping)
{
    removeAll(database,
              "DELETE FROM notification_delivery WHERE delivery_id IN (SELECT delivery_id FROM notification_delivery "
              "WHERE created_at < ? AND state <> 'pending' ORDER BY created_at LIMIT ?)",
              now.addDays(-daysOfDeliveries), stopping);
    removeAll(database,
              "DELETE FROM notification WHERE notification_id IN (SELECT n.notification_id FROM notification n "
              "WHERE n.created_at < ? AND NOT EXISTS (SELECT 1 FROM notification_delivery d WHERE "
              "d.notification_id = n.notification_id AND d.state = 'pending') ORDER BY n.created_at LIMIT ?)",
              now.addDays(-daysOfNotifications), stopping);
}
