// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/insight/zones/zonestore.h"

#include <functional>

class EventStore;

/// The zones of cameras: drawn, changed, removed by their owner. Who may see a camera sees its zones.
class ZoneService
{
public:
    /// Returns the names of the modes of an account that name a zone. Modes provide it.
    using ModesNaming = std::function<QStringList(AccountId, ZoneId)>;

    ZoneService(Database &database, DeviceService &devices, EventStore &events, ModesNaming modesNaming)
        : m_database(database)
        , m_store(database)
        , m_modesNaming(std::move(modesNaming))
        , m_devices(devices)
        , m_events(events)
    {
    }

    QList<Zone> list(const Caller &caller, DeviceId device);
    Zone get(const Caller &caller, DeviceId device, ZoneId zone);
    /// Throws Problem 422 for a shape that is none: `/polygon` too_short, too_long, crosses_itself, too_small.
    Zone add(const Caller &caller, Zone wanted);
    Zone update(const Caller &caller, DeviceId device, ZoneId zone, const Precondition &precondition,
                const std::function<void(Zone &)> &change);
    /// Throws Problem 409 `zone_in_use`, with the `modes` that name it.
    void remove(const Caller &caller, DeviceId device, ZoneId zone, const Precondition &precondition);

private:
    Zone ownedForUpdate(const Caller &caller, DeviceId device, ZoneId zone, const Precondition &precondition);
    void check(const Caller &caller, const Zone &zone);
    void record(const Caller &caller, const QString &type, const Zone &zone);

    Database &m_database;
    ZoneStore m_store;
    ModesNaming m_modesNaming;
    DeviceService &m_devices;
    EventStore &m_events;
};
