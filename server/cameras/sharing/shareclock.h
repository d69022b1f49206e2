// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/sharing/sharebook.h"
#include "server/core/base/periodic.h"
#include "server/core/events/eventstore.h"

/// Ends expired shares, with an audit entry and an event for each. Access does not depend on it: an expired share
/// grants nothing even before this object has ended it.
///
/// Thread: that of its database.
class ShareClock
{
public:
    ShareClock(Database &database, const EventOutlet &outlet);

private:
    void endExpired();

    Database &m_database;
    EventStore m_events;
    ShareStore m_store;
    ShareBook m_book;
    Periodic m_clock;
};
