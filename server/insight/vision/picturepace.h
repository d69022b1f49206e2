// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

/// Determines how far apart the pictures of a camera are on average. Cameras and networks also send several pictures at
/// once and then none for a while: each single interval says little then, and the median of them, too
/// (ObservationPace). A few stalls make no slow camera.
///
/// The class uses no clock.
class PicturePace
{
public:
    /// Takes the time of the next picture. If it is before that of the previous one, the clock was set back, and the
    /// average begins anew.
    void note(const QDateTime &time);
    /// Returns the average seconds between the last pictures, or zero before the second picture.
    double usual() const { return m_usual; }
    /// Returns the factor by which the last interval was longer than a usual one, at least 1. An interval of up to one
    /// and a half times the average is usual.
    double pause() const { return m_pause; }

private:
    QDateTime m_last;
    double m_usual = 0;
    double m_pause = 1;
    int m_intervals = 0; ///< number of intervals of which the average is made
};
