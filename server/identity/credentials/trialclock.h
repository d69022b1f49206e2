// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/periodic.h"
#include "server/core/db/database.h"

/// Ends the sessions of apps whose trial is over, with what these have set up. Access does not depend on it: the
/// sessions grant nothing even before this object has ended them.
///
/// Thread: that of its database.
class TrialClock
{
public:
    explicit TrialClock(Database &database);

private:
    void endTrials();

    Database &m_database;
    Periodic m_clock;
};
