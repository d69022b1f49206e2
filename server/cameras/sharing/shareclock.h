// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/sharing/sharebook.h"
#include "server/core/events/eventstore.h"

#include <QTimer>

/// Ends shares whose time is over: what they allowed ends by itself at that moment, this writes it down and tells those
/// concerned. It lives on the thread of its database.
class ShareClock
{
public:
    /// `recorded`: as EventStore has it.
    ShareClock(Database &database, const EventOutlet &outlet);

private:
    void endExpired();

    Database &m_database;
    EventStore m_events;
    ShareStore m_store;
    ShareBook m_book;
    QTimer m_clock;
};
