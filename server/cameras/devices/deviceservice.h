// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/newdevice.h"
#include "models/insight/devicedetail.h"
#include "server/cameras/devices/cameracredentials.h"
#include "server/cameras/devices/devicestore.h"
#include "server/cameras/sharing/sharebook.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/core/net/sourceaddress.h"
#include "server/identity/access/caps.h"
#include "server/identity/access/visibility.h"

#include <chrono>
#include <functional>

class EventStore;
class ServerKey;

/// Manages devices and device groups, and decides which devices a caller may see.
class DeviceService
{
public:
    DeviceService(Database &database, EventStore &events, const ServerKey &key, SourcePolicy policy,
                  std::chrono::hours binLifetime, const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_events(events)
        , m_key(key)
        , m_policy(policy)
        , m_binLifetime(binLifetime)
        , m_caps(caps)
        , m_visibility(database)
        , m_shares(database, events)
    {
    }

    /// Returns the device without the state that the server observes. The ETag depends on these settings only, so that
    /// `If-Match` does not fail because the camera went offline or online.
    static Device settingsOf(Device device);
    /// Returns a device with the fields that the caller may see.
    ///
    /// Throws: 404 if the device does not exist or the caller may not see it.
    Device visible(const Caller &caller, DeviceId device);
    /// Returns the devices that visible() would return.
    QSet<DeviceId> visibleAmong(const Caller &caller, const QSet<DeviceId> &devices);
    /// Throws: 404 unless the device belongs to the caller's account and is not in the bin.
    void requireOwn(const Caller &caller, DeviceId device);
    /// Returns a device whose pictures the caller may see.
    ///
    /// Throws: 404 if the caller may not see the device; 403 `support_access_required` if support staff lacks access.
    Device watchable(const Caller &caller, DeviceId device);

    /// Returns the number that signed URLs of the device's pictures must contain.
    qint64 linkEpoch(DeviceId device) { return m_store.linkEpoch(device); }
    /// Makes the signed URLs of the device's pictures invalid.
    ///
    /// Throws: 404 unless the device belongs to the caller's account.
    void revokeLinks(const Caller &caller, DeviceId device);

    /// Adds a device to the caller's account.
    ///
    /// Throws: 403 `plan_limit_reached`; 422 for an unknown group or mode, for a source that is not allowed, or
    /// `too_many`; 429 `too_many_lookups`.
    ///
    /// Thread: the network pool, because the function resolves the host name of the source.
    Device add(const Caller &caller, const NewDevice &wanted);
    /// Adds a scripted camera, which no plan and no cap of cameras counts.
    ///
    /// Transaction: the caller's, which holds the lock on the account.
    Device addScripted(const Caller &caller, const NewDevice &wanted) { return insert(caller, made(caller), wanted); }
    DeviceAttributes attributes(const Caller &caller, DeviceId device);
    QList<Device> list(const Caller &caller);
    QList<Device> inGroup(const Caller &caller, DeviceGroupId group);
    /// Changes a device.
    ///
    /// Throws: like add(); 404 unless the device belongs to the caller's account; 412 unless the precondition holds.
    ///
    /// Thread: the network pool, because the function resolves the host name of a new source.
    Device update(const Caller &caller, DeviceId device, const Precondition &precondition, const DeviceChange &change);
    /// Moves the device to the bin. A scripted camera is deleted from there at once.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 412 unless the precondition holds; 409
    /// `data_held` for a scripted camera of which something is held.
    void remove(const Caller &caller, DeviceId device, const Precondition &precondition);
    /// Deletes a scripted camera like remove(), unless `require` throws. The device is locked before.
    ///
    /// Transaction: the caller's.
    void removeScripted(const Caller &caller, DeviceId device, const std::function<void()> &require)
    {
        const Device locked = ownForUpdate(caller, device, {});
        require();
        bin(caller, locked);
    }
    /// Restores the device from the bin, with its marks, zones, and group. Shares of the group apply again; shares of
    /// the device itself have ended. Returns a device that is not in the bin unchanged.
    ///
    /// Throws: 404; 410 if the device was permanently deleted; 403 `plan_limit_reached`.
    Device restore(const Caller &caller, DeviceId device);
    /// Moves the device to a group. A null group removes the device from its group.
    Device move(const Caller &caller, DeviceId device, DeviceGroupId group);

    QList<DeviceGroup> groups(const Caller &caller, AccountId account);
    /// Throws: 404 for a group of another account.
    DeviceGroup group(const Caller &caller, AccountId account, DeviceGroupId group);
    /// Throws: 422, among others `too_many`.
    DeviceGroup addGroup(const Caller &caller, AccountId account, const DeviceGroup &wanted);
    DeviceGroup updateGroup(const Caller &caller, AccountId account, DeviceGroupId group,
                            const Precondition &precondition, const std::function<void(DeviceGroup &)> &change);
    void removeGroup(const Caller &caller, AccountId account, DeviceGroupId group, const Precondition &precondition);

private:
    Device ownForUpdate(const Caller &caller, DeviceId device, const Precondition &precondition);
    void bin(const Caller &caller, Device device);
    DeviceGroup ownGroupForUpdate(AccountId account, DeviceGroupId group, const Precondition &precondition);
    std::optional<Device> takeFromBin(const Caller &caller, DeviceId device);
    void requireRoom(AccountId account);
    void requireChangeable(const Caller &caller, const Device &device, const QUrl &source) const;
    static Device made(const Caller &caller);
    Device insert(const Caller &caller, Device device, const NewDevice &wanted);
    Device change(const Caller &caller, DeviceId device, const Precondition &precondition, const DeviceChange &change);
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
    const Caps &m_caps;
    Visibility m_visibility;
    ShareBook m_shares;
};

/// Returns the zones of a device. The area that stores zones implements this, so that devices do not depend on it.
using ZonesOf = std::function<QList<Zone>(DeviceId)>;

RouteTable deviceRoutes(DeviceService &devices, const ZonesOf &zonesOf);
RouteTable deviceGroupRoutes(DeviceService &devices);
