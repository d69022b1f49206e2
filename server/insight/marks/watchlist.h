// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/modes/modestore.h"
#include "server/insight/vision/watcher.h"

#include <QHash>

#include <memory>
#include <mutex>

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
    /// Reads which version of a mode each camera has, and then the modes and zones that have changed. An unchanged
    /// order remains the same object. Cameras with the same mode share its conditions, however many they are.
    ///
    /// Thread: one at a time.
    void refresh(ModeStore &modes, ZoneStore &zones);

private:
    /// What cameras with a mode have in common.
    struct ParsedMode
    {
        qint64 version = 0;
        std::shared_ptr<const WatchOrder> order = {}; ///< without what is the camera's; null: not valid
        Schedule schedule = {};
    };
    struct Watched
    {
        WatchedDevice device = {};
        std::shared_ptr<const WatchOrder> order = {}; ///< null: the mode is not valid
    };

    static ParsedMode parsed(const DeviceMode &mode);
    ParsedMode modeOf(const WatchedDevice &device, ModeStore &modes) const;
    static std::shared_ptr<const WatchOrder> ordered(const ParsedMode &mode, const WatchedDevice &device,
                                                     ZoneStore &zones);

    QHash<DeviceModeId, ParsedMode> m_modes; ///< those that a camera has
    QHash<DeviceId, Watched> m_watched;
    mutable std::mutex m_lock; ///< for m_orders
    QHash<DeviceId, std::shared_ptr<const WatchOrder>> m_orders;
};
