// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/watchlist.h"

#include "server/insight/zones/zonestore.h"

using namespace Qt::StringLiterals;

namespace {
bool sameZones(const WatchOrder &a, const WatchOrder &b)
{
    return a.zones && b.zones ? *a.zones == *b.zones : a.zones == b.zones;
}

bool same(const WatchOrder &a, const WatchOrder &b)
{
    return a.modeId == b.modeId && a.modeVersion == b.modeVersion && a.schedule == b.schedule
        && a.keepsObjects == b.keepsObjects && sameZones(a, b);
}
}

std::shared_ptr<const WatchOrder> WatchList::order(DeviceId device) const
{
    const std::scoped_lock lock(m_lock);
    return m_orders.value(device);
}

WatchList::ParsedMode WatchList::parsed(const DeviceMode &mode)
{
    FieldErrors errors;
    auto order = std::make_shared<WatchOrder>();
    order->modeId = mode.devicemodeId;
    order->modeVersion = mode.version;
    order->condition = Condition::parse(mode.conditions, u"/conditions"_s, errors);
    order->times = {mode.minDuration, mode.mergeGap,    mode.cooldown,
                    mode.maxDuration, mode.cooldownPer, mode.maxPerHour};
    order->actions = MarkActions::parse(mode.actions, u"/actions"_s, errors);
    if (errors.isEmpty())
        return {mode.version, order, mode.schedule};
    // A mode with conditions of a newer version is ignored, because a part of its conditions could mean something else.
    // So is one that an earlier version stored with more conditions than are allowed now.
    qWarning("Cameras with version %lld of the mode %s are not watched: %s: %s", mode.version,
             qUtf8Printable(mode.devicemodeId.toString()), qUtf8Printable(errors.constFirst().pointer),
             qUtf8Printable(errors.constFirst().detail));
    return {.version = mode.version};
}

/// Returns the mode of a camera. Reads it if its version is not known.
WatchList::ParsedMode WatchList::modeOf(const WatchedDevice &device, ModeStore &modes) const
{
    const auto known = m_modes.constFind(device.devicemodeId);
    if (known != m_modes.constEnd() && known->version == device.version)
        return *known;
    const auto mode = modes.find(device.devicemodeId); // may have been deleted or changed meanwhile
    return mode ? parsed(*mode) : ParsedMode();
}

std::shared_ptr<const WatchOrder> WatchList::ordered(const ParsedMode &mode, const WatchedDevice &device,
                                                     ZoneStore &zones)
{
    if (!mode.order)
        return nullptr;
    auto order = std::make_shared<WatchOrder>(*mode.order); // copies share their conditions
    const QTimeZone zone(device.timeZone.toLatin1());
    order->schedule = WeekClock(mode.schedule, zone.isValid() ? zone : QTimeZone::utc());
    order->keepsObjects = device.objects == AnalysisSettings::Objects::Always;
    if (device.zones > 0) {
        if (const auto drawn = zones.ofDevice(device.deviceId); !drawn.isEmpty())
            order->zones = std::make_shared<const ZoneSet>(drawn);
    }
    return order;
}

void WatchList::refresh(ModeStore &modes, ZoneStore &zones)
{
    QHash<DeviceModeId, ParsedMode> used;
    QHash<DeviceId, Watched> watched;
    QHash<DeviceId, std::shared_ptr<const WatchOrder>> orders;
    for (const WatchedDevice &device : modes.watched()) {
        auto mode = used.find(device.devicemodeId);
        if (mode == used.end())
            mode = used.insert(device.devicemodeId, modeOf(device, modes));
        Watched next = m_watched.value(device.deviceId);
        if (next.device != device) {
            const auto order = ordered(*mode, device, zones);
            if (!order || !next.order || !same(*order, *next.order))
                next.order = order;
            next.device = device;
        }
        watched.insert(device.deviceId, next);
        if (next.order)
            orders.insert(device.deviceId, next.order);
    }
    m_modes = used;
    m_watched = watched;
    const std::scoped_lock lock(m_lock);
    m_orders = orders;
}
