// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/periodic.h"
#include "server/core/db/database.h"

#include <QDateTime>

/// Ends the sessions whose last token has expired, with what their apps have set up. Access does not depend on it: such
/// a session grants nothing even before this object has ended it. What has expired while no server ran is ended by the
/// job that removes expired tokens.
///
/// Thread: that of its database.
class SessionClock
{
public:
    explicit SessionClock(Database &database);

private:
    void endExpired();

    Database &m_database;
    QDateTime m_looked; ///< tokens that had expired by then have been considered
    Periodic m_clock;
};
