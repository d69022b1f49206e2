// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/sharing/sharestore.h"
#include "server/identity/audit/auditlog.h"

class EventStore;

/// Keeps shares as what they are of changes, and tells whom it concerns: the row, the audit entry and the event, all in
/// the caller's transaction. An event goes to the owner's account and to the person as it was named, so that writing it
/// takes as long for an address that nobody has.
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
    enum class Ending { Taken, Expired, DeviceRemoved, GroupRemoved };

    Share give(const Caller &by, const Share &share);
    /// Nothing where it has ended already.
    void end(const Caller &by, const Share &share, Ending ending);

    /// The device is in another group now, or in none: those who look at either group are told.
    void moved(const Device &device, DeviceGroupId from, DeviceGroupId to);
    /// Into the bin: its own shares end for good, that it comes back unshared; those of its group lose sight of it.
    void binned(const Caller &by, const Device &device);
    /// Before the group goes.
    void ungrouped(const Caller &by, DeviceGroupId group);

private:
    void tell(const Share &share, const QString &what);
    void tellOf(const Device &device, DeviceGroupId group, const QString &type);

    ShareStore m_store;
    AuditLog m_audit;
    EventStore &m_events;
};
