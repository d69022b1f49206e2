// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

#include <QDateTime>

class App;
class AppNotices;
class Database;
class EventStore;

/// Reminds developers of the end of an app's trial, a week and a day before. Each reminder is sent once, by the first
/// server that notices.
class TrialReminder
{
public:
    TrialReminder(Database &database, EventStore &events, AppNotices &notices)
        : m_database(database)
        , m_events(events)
        , m_notices(notices)
    {
    }

    void remind(const QDateTime &now);

private:
    void tell(const App &app);
    void remind(const QDateTime &now, int days, int butNotWithin);

    Database &m_database;
    EventStore &m_events;
    AppNotices &m_notices;
};

/// Lets TrialReminder remind developers, every hour.
JobTable trialJobs(Database &database, EventStore &events, AppNotices &notices);
