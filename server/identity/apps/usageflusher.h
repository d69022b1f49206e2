// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/apps/usagestore.h"

#include <QTimer>

/// Carries what a UsageMeter has counted into the database every second, and brings back what other servers have added.
/// It lives on the thread of its database, and flushes once more at its end: only a crash loses a second's counts.
class UsageFlusher
{
public:
    UsageFlusher(Database &database, UsageMeter &meter);
    ~UsageFlusher();
    Q_DISABLE_COPY_MOVE(UsageFlusher)

    void flush();

private:
    void write();
    void readBack();

    Database &m_database;
    UsageMeter &m_meter;
    UsageStore m_store;
    QTimer m_clock;
};
