// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>

class Database;

/// What each user has signed in with so far, so that a sign-in from somewhere else can be told of.
class KnownDevices
{
public:
    explicit KnownDevices(Database &database)
        : m_database(database)
    {
    }

    /// Notes a sign-in; inside the caller's transaction. Whether the user should hear of it: nothing was known of this
    /// app on such a device, it is not the user's first, and not one of many new ones today. `userAgent` is what the
    /// client says of itself; its version does not matter, as it changes by itself.
    bool isNews(UserId user, AppId app, const QString &userAgent, const QDateTime &now);
    /// Those not seen for half a year.
    void removeOld(const QDateTime &now);

private:
    Database &m_database;
};
