// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/plans/retained.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/events/eventstore.h"

#include <chrono>

/// Applies the limits of plans to photos and videos. discardBeyond() does nothing, because ArchiveService refuses
/// uploads that exceed the storage.
class RetainedData : public Retained
{
public:
    RetainedData(Database &database, const EventOutlet &outlet, std::chrono::hours binLifetime)
        : m_store(database)
        , m_events(database, outlet)
        , m_binLifetime(binLifetime)
    {
    }

    qint64 bytes(AccountId account) override { return m_store.archivedBytes(account); }
    qsizetype discardBefore(AccountId account, const QDateTime &time, int limit) override;
    qsizetype discardBeyond(AccountId, qint64, int) override { return 0; }

private:
    ArchiveStore m_store;
    EventStore m_events;
    std::chrono::hours m_binLifetime;
};
