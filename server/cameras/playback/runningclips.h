// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/recording/spanstore.h"

#include <QList>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

/// The clips that a process is sending. A clip shows what was recorded when it began. Its bytes may outlive their
/// deletion: a local copy of an object is open, and a file is erased half a minute later. Therefore a clip ends once
/// something that it shows was deleted.
///
/// Thread: any.
class RunningClips
{
public:
    /// Whether a clip must end. It runs as long as somebody has this.
    using End = std::shared_ptr<const std::atomic_bool>;

    /// Adds a clip that shows a time. `removed` is what was deleted before the clip was made.
    End add(DeviceId device, const RemovedSpan &time, QList<RemovedSpan> removed);
    /// Returns the time from the first picture to the last one of all running clips of a device. Returns nothing if
    /// there are none.
    std::optional<RemovedSpan> timeOf(DeviceId device);
    /// Ends the clips of a device that show something that was deleted since they began. `removed` is what has been
    /// deleted by now.
    void endWith(DeviceId device, const QList<RemovedSpan> &removed);

private:
    struct Running
    {
        DeviceId device;
        RemovedSpan time;
        QList<RemovedSpan> removed;
        std::atomic_bool isOver = false;
    };
    QList<std::shared_ptr<Running>> of(DeviceId device);

    std::mutex m_lock; ///< guards the list
    QList<std::weak_ptr<Running>> m_clips;
};
