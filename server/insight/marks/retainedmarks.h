// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/plans/retained.h"
#include "server/core/events/eventstore.h"
#include "server/insight/marks/markstore.h"

#include <chrono>

/// Applies the limits of plans to marks and their media.
class RetainedMarks : public Retained
{
public:
    RetainedMarks(Database &database, const EventOutlet &outlet, std::chrono::hours binLifetime)
        : m_store(database)
        , m_events(database, outlet)
        , m_binLifetime(binLifetime)
    {
    }

    /// Not used: plans limit marks after all other data, so no later data needs their size.
    qint64 bytes(AccountId) override { return 0; }
    qsizetype discardBefore(AccountId account, const QDateTime &time, int limit) override;
    qsizetype discardBeyond(AccountId account, qint64 bytes, int limit) override;

private:
    qsizetype discard(AccountId account, const QList<DeviceMarkId> &marks);

    MarkStore m_store;
    EventStore m_events;
    std::chrono::hours m_binLifetime;
};
