// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/sharing/sharebook.h"
#include "server/core/events/eventstore.h"

#include <QTimer>

/// Ends what time has ended: the sessions of apps whose trial is over, with what these have set up, and expired shares,
/// with an audit entry and an event for each. Access does not depend on it: neither grants anything even before this
/// object has ended it.
///
/// Thread: that of its database.
class ShareClock
{
public:
    ShareClock(Database &database, const EventOutlet &outlet);

private:
    void endExpired();
    void endTrials(const QDateTime &now);
    void endShares(const QDateTime &now);

    Database &m_database;
    EventStore m_events;
    ShareStore m_store;
    ShareBook m_book;
    QTimer m_clock;
};
