// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/newdevice.h"
#include "server/cameras/devices/devicestore.h"
#include "server/cameras/sharing/sharebook.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/net/sourceaddress.h"
#include "server/identity/access/visibility.h"

#include <chrono>
#include <functional>

class EventStore;
class ServerKey;

/// Cameras: added, changed, thrown away, and who may see them.
class DeviceService
{
public:
    DeviceService(Database &database, EventStore &events, const ServerKey &key, SourcePolicy policy,
                  std::chrono::hours binLifetime)
        : m_database(database)
        , m_store(database)
        , m_events(events)
        , m_key(key)
        , m_policy(policy)
        , m_binLifetime(binLifetime)
        , m_visibility(database)
        , m_shares(database, events)
    {
    }

    /// Returns the device without what the server observes of it. `If-Match` is held against the rest alone, so that a
    /// camera that comes and goes refuses no change.
    static Device settingsOf(Device device);
    /// A device that the caller may know of, with as much of it as it may see. Throws Problem::notFound().
    Device visible(const Caller &caller, DeviceId device);
    /// Throws Problem::notFound() unless it is the caller's own, and not in the bin.
    void requireOwn(const Caller &caller, DeviceId device);
    /// One whose pictures the caller may look at. Throws Problem, also 403 `support_access_required`.
    Device watchable(const Caller &caller, DeviceId device);

    /// Looks the source's name up: not on an event loop.
    Device add(const Caller &caller, const NewDevice &wanted);
    DeviceAttributes attributes(const Caller &caller, DeviceId device);
    QList<Device> list(const Caller &caller);
    QList<Device> inGroup(const Caller &caller, DeviceGroupId group);
    Device update(const Caller &caller, DeviceId device, const Precondition &precondition,
                  const std::function<void(NewDevice &)> &change);
    /// Into the bin.
    void remove(const Caller &caller, DeviceId device, const Precondition &precondition);
    /// Out of the bin, with its marks, zones and group; shared anew with those who look at the group alone. Already out
    /// of it: as it is. Throws Problem::notFound(), 410 when it is gone for good, and 403 `plan_limit_reached`.
    Device restore(const Caller &caller, DeviceId device);
    /// A null group takes it out of its group.
    Device move(const Caller &caller, DeviceId device, DeviceGroupId group);

    QList<DeviceGroup> groups(const Caller &caller, AccountId account);
    DeviceGroup addGroup(const Caller &caller, AccountId account, const DeviceGroup &wanted);
    DeviceGroup updateGroup(const Caller &caller, AccountId account, DeviceGroupId group,
                            const Precondition &precondition, const std::function<void(DeviceGroup &)> &change);
    void removeGroup(const Caller &caller, AccountId account, DeviceGroupId group, const Precondition &precondition);

private:
    Device ownForUpdate(const Caller &caller, DeviceId device, const Precondition &precondition);
    DeviceGroup ownGroupForUpdate(AccountId account, DeviceGroupId group, const Precondition &precondition);
    std::optional<Device> takeFromBin(const Caller &caller, DeviceId device);
    void lockAccount(AccountId account);
    void requireRoom(AccountId account);
    void take(const Caller &caller, Device &device, const NewDevice &wanted);
    void requireReferences(AccountId account, DeviceGroupId group, DeviceModeId mode);
    void record(AccountId account, const QString &type, DeviceId device);
    void recordGroup(AccountId account, const QString &type, DeviceGroupId group);

    Database &m_database;
    DeviceStore m_store;
    EventStore &m_events;
    const ServerKey &m_key;
    SourcePolicy m_policy;
    std::chrono::hours m_binLifetime;
    Visibility m_visibility;
    ShareBook m_shares;
};
