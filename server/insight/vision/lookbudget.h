// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <memory>

/// Decides how many parts of each picture a thread looks at, so that it keeps up with its cameras.
///
/// A picture for which no other one waits is looked at in full. Each picture that waits takes a part away. While
/// several cameras share the thread and it is busy for more than `mostBusy` of the time, it looks at one part of each
/// picture.
///
/// Thread: one. The times that are passed must not decrease.
class LookBudget
{
public:
    using Time = std::chrono::steady_clock::time_point;
    /// The rest of the time is for bursts of movement, and for what finding objects costs on other threads.
    static constexpr double mostBusy = 0.8;

    /// Begins with a picture. Returns how many of its parts are looked at, at least one if it has any. `camera`: stands
    /// for the camera of the picture. `waiting`: number of pictures that wait for this thread.
    qsizetype begin(const std::shared_ptr<const void> &camera, qsizetype parts, qsizetype waiting, Time now);
    /// Ends with the picture of begin().
    void end(Time now) { pass(now, 1); }

private:
    void pass(Time now, double busy);

    double m_busy = 0; ///< share of the last seconds in which the thread was busy
    Time m_last{}; ///< until when m_busy counts
    std::shared_ptr<const void> m_camera; ///< of the last picture
    Time m_changed{}; ///< when m_camera was last another one
};
