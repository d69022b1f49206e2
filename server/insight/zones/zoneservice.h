// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/insight/zones/zonestore.h"

#include <functional>

class EventStore;

/// Manages the zones of devices. Only the owner of a device can change its zones. Callers who can see a device can see
/// its zones.
class ZoneService
{
public:
    /// Returns the ids of an account's modes that use a zone. ModeStore provides the function.
    using ModesNaming = std::function<QStringList(AccountId, ZoneId)>;

    ZoneService(Database &database, DeviceService &devices, EventStore &events, ModesNaming modesNaming,
                const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_modesNaming(std::move(modesNaming))
        , m_devices(devices)
        , m_events(events)
        , m_caps(caps)
    {
    }

    QList<Zone> list(const Caller &caller, DeviceId device);
    /// Returns the zones of a device that the caller is known to see.
    QList<Zone> ofDevice(DeviceId device) { return m_store.ofDevice(device); }
    Zone get(const Caller &caller, DeviceId device, ZoneId zone);
    /// Throws: 404 unless the device is the caller's own; 422 for a shape that is not valid (at `/polygon`: too_short,
    /// too_long, crosses_itself, too_small), for a `drawn_at` in the future, or `too_many`.
    Zone add(const Caller &caller, Zone wanted);
    /// Throws: like add(); 412 unless the precondition holds; 409 `zone_in_use` if a zone that modes use becomes a
    /// line, or a line becomes a zone.
    Zone update(const Caller &caller, DeviceId device, ZoneId zone, const Precondition &precondition,
                const std::function<void(Zone &)> &change);
    /// Throws: 409 `zone_in_use` with the ids of the `modes` that use the zone.
    void remove(const Caller &caller, DeviceId device, ZoneId zone, const Precondition &precondition);

private:
    Zone ownedForUpdate(const Caller &caller, DeviceId device, ZoneId zone, const Precondition &precondition);
    void check(const Caller &caller, const Zone &zone, const Zone *stored);
    void requireUnused(const Caller &caller, ZoneId zone);
    void record(const Caller &caller, const QString &type, const Zone &zone);

    Database &m_database;
    ZoneStore m_store;
    ModesNaming m_modesNaming;
    DeviceService &m_devices;
    EventStore &m_events;
    const Caps &m_caps;
};

/// Returns the routes of zones.
RouteTable zoneRoutes(ZoneService &zones);
