// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <chrono>

/// The usual time between the pictures of a camera that were judged: the median of the last intervals. A stall is not
/// the pace, and neither is one picture that comes early.
class ObservationPace
{
public:
    /// Takes the time of the next picture that was judged.
    void note(const QDateTime &time);
    /// Ignores the time until the next picture, because the camera is offline or its clock was set.
    void interrupt() { m_last = {}; }
    /// Returns zero before the second picture.
    std::chrono::milliseconds usual() const;

private:
    QDateTime m_last;
    QList<std::chrono::milliseconds> m_intervals; ///< oldest first
};
