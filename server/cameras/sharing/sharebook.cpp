// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/sharebook.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"

using namespace Qt::StringLiterals;

namespace {
QString nameOf(ShareBook::Ending ending)
{
    switch (ending) {
    case ShareBook::Ending::Revoked:
        return u"taken"_s;
    case ShareBook::Ending::Expired:
        return u"expired"_s;
    case ShareBook::Ending::DeviceRemoved:
        return u"device_removed"_s;
    case ShareBook::Ending::GroupRemoved:
        break;
    }
    return u"group_removed"_s;
}
}

Share ShareBook::grant(const Caller &by, const Share &wanted, SessionId session)
{
    const Share share = m_store.put(wanted, session);
    QJsonObject detail{{u"user"_s, share.user}};
    if (share.until.isValid())
        detail.insert(u"until"_s, QString::fromLatin1(Times::toText(share.until)));
    m_audit.record(by,
                   {.action = AuditEntry::Action::ShareGiven,
                    .accountId = share.accountId,
                    .object = share.object(),
                    .detail = detail});
    record(share, u"shared"_s);
    return share;
}

void ShareBook::end(const Caller &by, const Share &share, Ending ending)
{
    if (!m_store.remove(share.shareId))
        return;
    m_audit.record(by,
                   {.action = AuditEntry::Action::ShareEnded,
                    .accountId = share.accountId,
                    .actorName = by.userId.isNull() ? u"server"_s : QString(),
                    .object = share.object(),
                    .detail = {{u"user"_s, share.user}, {u"reason"_s, nameOf(ending)}}});
    record(share, u"unshared"_s);
}

/// Records the event `group.<change>` or `device.<change>` for the viewer of the share.
void ShareBook::record(const Share &share, const QString &change)
{
    if (share.deviceId.isNull())
        m_events.recordFor(share.user, share.accountId, u"group."_s + change,
                           {{u"devgroup_id"_s, share.devgroupId.toString()}});
    else
        m_events.recordFor(share.user, share.accountId, u"device."_s + change,
                           {{u"device_id"_s, share.deviceId.toString()}});
}

/// Records an event about the device for each viewer of the group. A viewer who also has another share of the device
/// gets the event too; clients read the device again when they receive it.
void ShareBook::recordForGroup(const Device &device, DeviceGroupId group, const QString &type)
{
    if (group.isNull())
        return;
    for (const Share &share : m_store.ofGroup(group))
        m_events.recordFor(share.user, device.accountId, type, {{u"device_id"_s, device.deviceId.toString()}});
}

void ShareBook::moved(const Device &device, DeviceGroupId from, DeviceGroupId to)
{
    if (from == to)
        return;
    recordForGroup(device, from, u"device.unshared"_s);
    recordForGroup(device, to, u"device.shared"_s);
}

void ShareBook::binned(const Caller &by, const Device &device)
{
    for (const Share &share : m_store.ofDevice(device.deviceId))
        end(by, share, Ending::DeviceRemoved);
    recordForGroup(device, device.devgroupId, u"device.unshared"_s);
}

void ShareBook::ungrouped(const Caller &by, DeviceGroupId group)
{
    for (const Share &share : m_store.ofGroup(group))
        end(by, share, Ending::GroupRemoved);
}
