// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/marks/watchlist.h"

#include "server/modes/modestore.h"

std::shared_ptr<const WatchOrder> WatchList::order(DeviceId device) const
{
    const std::scoped_lock lock(m_lock);
    return m_orders.value(device);
}

void WatchList::refresh(ModeStore &modes)
{
    QHash<DeviceId, std::shared_ptr<const WatchOrder>> orders;
    for (const WatchedDevice &device : modes.watched()) {
        auto known = order(device.deviceId);
        if (!known || known->modeId != device.devicemodeId || known->modeVersion != device.version) {
            FieldErrors errors;
            const auto condition = Condition::parse(device.conditions, {}, errors);
            if (!errors.isEmpty())
                continue; // conditions that this program does not know: nothing is watched rather than something else
            known = std::make_shared<WatchOrder>(
                WatchOrder{device.devicemodeId, device.version, condition,
                           RuleTimes{device.minDuration, device.mergeGap, device.cooldown, device.maxDuration}});
        }
        orders.insert(device.deviceId, known);
    }
    const std::scoped_lock lock(m_lock);
    m_orders = orders;
}
