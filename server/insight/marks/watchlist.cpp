// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/watchlist.h"

#include "server/insight/modes/modestore.h"
#include "server/insight/zones/zonestore.h"

std::shared_ptr<const WatchOrder> WatchList::order(DeviceId device) const
{
    const std::scoped_lock lock(m_lock);
    return m_orders.value(device);
}

std::shared_ptr<const WatchOrder> WatchList::ordered(const WatchedDevice &device, const QList<Zone> &zones) const
{
    FieldErrors errors;
    auto order = std::make_shared<WatchOrder>();
    order->modeId = device.devicemodeId;
    order->modeVersion = device.version;
    order->condition = Condition::parse(device.conditions, QStringLiteral("/conditions"), errors);
    order->times = {device.minDuration, device.mergeGap,    device.cooldown,
                    device.maxDuration, device.cooldownPer, device.maxPerHour};
    const QTimeZone zone(device.timeZone.toLatin1());
    order->schedule = WeekClock(device.schedule, zone.isValid() ? zone : QTimeZone::utc());
    order->keepsObjects = device.objects == AnalysisSettings::Objects::Always;
    order->actions = MarkActions::parse(device.actions, {}, errors);
    if (!zones.isEmpty())
        order->zones = std::make_shared<const ZoneSet>(zones);
    // A mode with conditions of a newer version is ignored, because a part of its conditions could mean something else.
    return errors.isEmpty() ? order : nullptr;
}

void WatchList::refresh(ModeStore &modes, ZoneStore &zones)
{
    const QHash<DeviceId, QList<Zone>> drawn = zones.all();
    QHash<DeviceId, std::shared_ptr<const WatchOrder>> orders;
    for (const WatchedDevice &device : modes.watched()) {
        const auto known = order(device.deviceId);
        const auto wanted = ordered(device, drawn.value(device.deviceId));
        if (!wanted)
            continue;
        const bool sameZones =
            known && (known->zones && wanted->zones ? *known->zones == *wanted->zones : known->zones == wanted->zones);
        const bool same = sameZones && known->modeId == wanted->modeId && known->modeVersion == wanted->modeVersion
            && known->schedule == wanted->schedule && known->keepsObjects == wanted->keepsObjects;
        orders.insert(device.deviceId, same ? known : wanted);
    }
    const std::scoped_lock lock(m_lock);
    m_orders = orders;
}
