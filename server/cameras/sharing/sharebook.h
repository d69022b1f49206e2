// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/sharing/sharestore.h"
#include "server/identity/audit/auditlog.h"

class EventStore;

/// Updates shares when a share is granted or ends, and when a device moves, is deleted, or is restored. Each change
/// writes the row, an audit entry, and an event.
///
/// An event goes to the owner's account and to the viewer as named in the share. An email address is not looked up, so
/// that the response time does not reveal whether the address is registered.
///
/// Transaction: the caller's.
class ShareBook
{
public:
    ShareBook(Database &database, EventStore &events)
        : m_store(database)
        , m_audit(database)
        , m_events(events)
    {
    }

    /// Why a share ended.
    enum class Ending { Revoked, Expired, DeviceRemoved, GroupRemoved };

    /// Inserts the share, or updates the end of an existing share. Returns the stored share. Unless `session` is null,
    /// the share ends with the session.
    Share grant(const Caller &by, const Share &share, SessionId session);
    /// Ends the share. Does nothing if the share has already ended.
    void end(const Caller &by, const Share &share, Ending ending);

    /// Notifies the viewers of both groups that a device has moved. A null id means no group.
    void moved(const Device &device, DeviceGroupId from, DeviceGroupId to);
    /// Ends the shares of a device that has moved to the bin, and notifies the viewers of its group. The ended shares
    /// stay ended if the device is restored.
    void binned(const Caller &by, const Device &device);
    /// Ends the shares of a group. Call it before the group is deleted.
    void ungrouped(const Caller &by, DeviceGroupId group);

private:
    void record(const Share &share, const QString &change);
    void recordForGroup(const Device &device, DeviceGroupId group, const QString &type);

    ShareStore m_store;
    AuditLog m_audit;
    EventStore &m_events;
};
