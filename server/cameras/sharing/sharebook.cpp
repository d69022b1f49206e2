// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/sharebook.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"

using namespace Qt::StringLiterals;

namespace {
QString nameOf(ShareBook::Ending ending)
{
    switch (ending) {
    case ShareBook::Ending::Taken:
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

Share ShareBook::give(const Caller &by, const Share &wanted)
{
    const Share share = m_store.put(wanted);
    QJsonObject detail{{u"user"_s, share.user}};
    if (share.until.isValid())
        detail.insert(u"until"_s, QString::fromLatin1(Times::toText(share.until)));
    m_audit.record(by,
                   {.action = AuditEntry::Action::ShareGiven,
                    .accountId = share.accountId,
                    .object = share.object(),
                    .detail = detail});
    tell(share, u"shared"_s);
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
    tell(share, u"unshared"_s);
}

void ShareBook::tell(const Share &share, const QString &what)
{
    if (share.deviceId.isNull())
        m_events.recordFor(share.user, share.accountId, u"group."_s + what,
                           {{u"devgroup_id"_s, share.devgroupId.toString()}});
    else
        m_events.recordFor(share.user, share.accountId, u"device."_s + what,
                           {{u"device_id"_s, share.deviceId.toString()}});
}

/// Whoever hears of it looks again: who sees the device by another share as well is told in vain.
void ShareBook::tellOf(const Device &device, DeviceGroupId group, const QString &type)
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
    tellOf(device, from, u"device.unshared"_s);
    tellOf(device, to, u"device.shared"_s);
}

void ShareBook::binned(const Caller &by, const Device &device)
{
    for (const Share &share : m_store.ofDevice(device.deviceId))
        end(by, share, Ending::DeviceRemoved);
    tellOf(device, device.devgroupId, u"device.unshared"_s);
}

void ShareBook::ungrouped(const Caller &by, DeviceGroupId group)
{
    for (const Share &share : m_store.ofGroup(group))
        end(by, share, Ending::GroupRemoved);
}
