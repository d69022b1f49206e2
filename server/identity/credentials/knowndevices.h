// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>

class Database;

/// The devices that each user has signed in with. A sign-in from a new device is reported to the user.
class KnownDevices
{
public:
    explicit KnownDevices(Database &database)
        : m_database(database)
    {
    }

    /// Records a sign-in. Returns whether the user should be told: the app has not been used on such a device before,
    /// this is not the user's first sign-in, and the limit of new devices per day is not reached. `userAgent` is the
    /// User-Agent header; digits in it are ignored, because versions change on their own.
    /// Transaction: the caller's.
    bool isNews(UserId user, AppId app, const QString &userAgent, const QDateTime &now);
    /// Deletes devices that have not been used for half a year.
    void removeOld(const QDateTime &now);

private:
    Database &m_database;
};
