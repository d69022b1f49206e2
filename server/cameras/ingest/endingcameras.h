// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QHash>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class Camera;

/// Ends cameras on threads of their own, because the end of a camera waits for the disk: a disk that stalls must not
/// delay other cameras. A camera counts as ending until it no longer writes.
///
/// Thread: any.
class EndingCameras
{
public:
    static constexpr int mostThreads = 64;

    /// `ended` is called for each device once it no longer counts as ending, on the thread that has ended it.
    explicit EndingCameras(std::function<void(DeviceId)> ended);
    /// Calls wait().
    ~EndingCameras();

    /// Ends a camera, and calls `then`, which may be empty, once it has ended. `camera` is null if the device has none,
    /// or its camera is already ending. Does not wait.
    void end(DeviceId device, std::shared_ptr<Camera> camera, std::function<void()> then = {});
    bool contains(DeviceId device) const;
    /// Returns the camera that is ending, or null if there is none.
    std::shared_ptr<Camera> find(DeviceId device) const;
    QList<DeviceId> devices() const;
    /// Blocks until all have ended. Every ten seconds, the log states how many have not.
    void wait();

private:
    struct Ending
    {
        std::shared_ptr<Camera> camera;
        std::vector<std::function<void()>> then;
    };
    void run(DeviceId device);
    std::vector<std::function<void()>> takeNext(DeviceId device);

    const std::function<void(DeviceId)> m_ended;
    mutable std::mutex m_mutex; ///< protects m_ending
    QHash<DeviceId, Ending> m_ending;
    QThreadPool m_threads; ///< declared last, because its threads use the other members
};
