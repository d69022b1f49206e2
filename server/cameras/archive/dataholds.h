// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"

class EventStore;

/// Holds photos and videos. A held item is exempt from the limits of a plan in age and storage, cannot be deleted, and
/// keeps its device from being permanently deleted. A hold ends when it is removed, or at its time `until`; nothing
/// needs to run at that time.
class DataHolds
{
public:
    DataHolds(Database &database, EventStore &events)
        : m_database(database)
        , m_store(database)
        , m_events(events)
    {
    }

    /// Holds an item, or replaces the reason and the end of its hold.
    ///
    /// Throws: 404 unless the item belongs to the caller's account; 409 `in_bin`; 412 unless the precondition holds;
    /// 422 `too_small` at `/until` unless it is in the future.
    DeviceData hold(const Caller &caller, DeviceDataId data, const DataHold &wanted, const Precondition &precondition);
    /// Ends the hold of an item. Does nothing if the item is not held.
    ///
    /// Throws: 404 unless the item belongs to the caller's account; 412 unless the precondition holds.
    void release(const Caller &caller, DeviceDataId data, const Precondition &precondition);

    /// Throws: 409 `data_held` if the item is held.
    static void requireNone(const DeviceData &data);

private:
    void store(const DeviceData &data);

    Database &m_database;
    ArchiveStore m_store;
    EventStore &m_events;
};
