// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "server/core/db/database.h"
#include "server/core/events/notificationtype.h"

#include <functional>

/// Something that an account is to be told of.
struct Occurrence
{
    NotificationType type = NotificationType::Announcement;
    AccountId accountId = {}; ///< null: everybody
    DeviceId deviceId = {}; ///< null: it is about none
    QString object = {}; ///< the id of what it is about
    QString title = {}; ///< in English; portals say it in their own words, by the type
    QString text = {};
    QJsonObject data = {};
};

/// Writes notifications, in the transaction that they tell of: what is undone is not told, and what is done is, however
/// soon the server dies. What the account's channels are to carry is planned in the same transaction.
class Notifier
{
public:
    /// `recorded` is called after the commit, to wake who listens to events; without it, whoever records another event
    /// in the same transaction does.
    explicit Notifier(
        Database &database, std::function<void()> recorded = [] {})
        : m_database(database)
        , m_recorded(std::move(recorded))
    {
    }

    /// Inside a transaction.
    Notification record(const Occurrence &occurrence);

private:
    qint64 nextSequence(DeviceId device);
    void tell(const Notification &notification);
    void plan(const Notification &notification);

    Database &m_database;
    std::function<void()> m_recorded;
};
