// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/identity/access/visibility.h"
#include "server/insight/modes/modestore.h"
#include "server/insight/zones/zonestore.h"

#include <functional>

class Condition;
class EventStore;

/// What cameras may be watched for. An account has modes of its own; the system's are for everybody, and made by
/// administrators.
class ModeService
{
public:
    ModeService(Database &database, EventStore &events)
        : m_database(database)
        , m_store(database)
        , m_zones(database)
        , m_events(events)
        , m_visibility(database)
    {
    }

    /// The system's modes and the account's own. Another account's are not there: Problem::notFound();
    /// but whom something is shared with sees what those are called that made marks of it.
    QList<DeviceMode> list(const Caller &caller, AccountId account);
    DeviceMode get(const Caller &caller, DeviceModeId mode);
    /// The newest first.
    QList<DeviceMode> versions(const Caller &caller, DeviceModeId mode);
    /// `system`: for everybody; for administrators alone, and all that an app can make. Throws Problem 422 with the
    /// pointer of each node that is wrong.
    DeviceMode add(const Caller &caller, DeviceMode wanted, bool system);
    /// Its version grows; marks go on to tell under which one they were made.
    DeviceMode update(const Caller &caller, DeviceModeId mode, const Precondition &precondition,
                      const std::function<void(DeviceMode &)> &change);
    /// One that is in use goes only with another in its place (`replacement`, or null): Problem 409 `mode_in_use` with
    /// the `devices` and `groups` that have it.
    void remove(const Caller &caller, DeviceModeId mode, const Precondition &precondition, DeviceModeId replacement);

private:
    DeviceMode governed(const Caller &caller, DeviceModeId mode, const Precondition &precondition);
    void check(const DeviceMode &mode);
    void checkZones(const Condition &condition, AccountId account, FieldErrors &errors);
    void replace(const Caller &caller, const DeviceMode &mode, DeviceModeId replacement);
    void tell(const DeviceMode &mode, const QString &type);

    Database &m_database;
    ModeStore m_store;
    ZoneStore m_zones;
    EventStore &m_events;
    Visibility m_visibility;
};
