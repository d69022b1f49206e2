// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/periodic.h"
#include "server/identity/apps/usagestore.h"

/// Writes the counts of a UsageMeter to the database every second, and reads back what other servers have added. The
/// flusher lives on the thread of its database and flushes once more when it is destroyed, so that only a crash loses
/// the counts of a second.
class UsageFlusher
{
public:
    UsageFlusher(Database &database, UsageMeter &meter);
    ~UsageFlusher();
    Q_DISABLE_COPY_MOVE(UsageFlusher)

private:
    void write();
    void readBack();

    Database &m_database;
    UsageMeter &m_meter;
    UsageStore m_store;
    Periodic m_clock;
};
