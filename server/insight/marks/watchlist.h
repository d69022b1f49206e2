// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/watcher.h"

#include <QHash>

#include <memory>
#include <mutex>

class ModeStore;
class WatchedDevice;
class ZoneStore;

/// What each camera is watched for, as the ingest threads may ask: they must not touch the database.
class WatchList
{
public:
    /// From any thread; null for a camera that is not to be watched (yet).
    std::shared_ptr<const WatchOrder> order(DeviceId device) const;
    /// Reads all of it again. An order that has not changed stays the same object.
    void refresh(ModeStore &modes, ZoneStore &zones);

private:
    std::shared_ptr<const WatchOrder> ordered(const WatchedDevice &device, const QList<Zone> &zones) const;

    mutable std::mutex m_lock;
    QHash<DeviceId, std::shared_ptr<const WatchOrder>> m_orders;
};
