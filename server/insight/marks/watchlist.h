// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/watcher.h"

#include <QHash>

#include <memory>
#include <mutex>

class ModeStore;
class WatchedDevice;
class ZoneStore;

/// The mode, zones, schedule, and settings of the analysis of each camera, cached for the ingest threads, which must
/// not use the database.
class WatchList
{
public:
    /// Returns null for an unknown camera or a mode that is not valid.
    ///
    /// Thread: any.
    std::shared_ptr<const WatchOrder> order(DeviceId device) const;
    /// Reads the modes and zones of all cameras. An unchanged order remains the same object.
    void refresh(ModeStore &modes, ZoneStore &zones);

private:
    std::shared_ptr<const WatchOrder> ordered(const WatchedDevice &device, const QList<Zone> &zones) const;

    mutable std::mutex m_lock;
    QHash<DeviceId, std::shared_ptr<const WatchOrder>> m_orders;
};
