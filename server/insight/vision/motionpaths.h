// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/motion.h"
#include "server/insight/vision/motionway.h"
#include "server/insight/vision/picturepace.h"
#include "server/insight/vision/restlessplaces.h"

#include <QDateTime>
#include <QPointF>

#include <array>
#include <deque>
#include <vector>

/// Keeps the moving regions that go somewhere. A person, a vehicle, or an animal moves on from picture to picture, by
/// less than its own size, and in about one direction. Rain and noise are elsewhere in each picture, an insect before
/// the lens leaps, and leaves stay where they are. Where something begins to move again and again, a region must go
/// further. What went somewhere counts until it is gone, also while it stands. If the pictures are too far apart on
/// average to be compared, every region counts. A single pause, as between bursts of pictures, interrupts no path.
///
/// Regions are associated with paths by the distance from where they are expected, nearest first. (Consistency over
/// time as a test of detections: Reid 1979, as in the confirmation of tracks by m of n pictures.)
///
/// The class uses no clock and no pictures.
class MotionPaths
{
public:
    /// Returns the sample with the regions that go somewhere. `aspect`: width of the picture as a share of its height.
    MotionSample passing(const MotionSample &sample, const QDateTime &time, double aspect);
    /// Forgets the paths, but not where something moves again and again.
    void reset()
    {
        m_paths.clear();
        m_pictures = 0;
    }

    static constexpr size_t octaves = 14; ///< powers of two of the area of regions

private:
    struct Path
    {
        Box box;
        double size = 0; ///< side of a square of the area that moves
        QPointF speed; ///< per second
        std::deque<MotionStep> steps; ///< of the last seconds, oldest first
        int seen = 0; ///< number of pictures
        int missed = 0;
        bool passes = false;
        size_t beganAs = 0; ///< power of two of the area of the first region
        double ownClutter = 0; ///< what the first region adds to m_clutter
    };

    std::vector<int> associate(const QList<MovingRegion> &regions, const QDateTime &time, double aspect);
    void follow(Path &path, const MovingRegion &region, const QDateTime &time, double aspect);
    Path begin(const MovingRegion &region, const QDateTime &time, double aspect) const;
    MotionStep stepOf(const MovingRegion &region, const QDateTime &time, double aspect) const;
    double clutterLike(const Path &path) const;
    void noteClutter(std::vector<Path> &begun, double interval);
    double chanceOf(const Path &path, double aspect) const;
    static bool isLargeAndSteady(const Path &path);
    bool goesOn(const Path &path, double least, bool isSlow, bool whole) const;
    bool isPassing(const Path &path, double aspect) const;
    void forget(const QDateTime &time, double aspect);

    std::vector<Path> m_paths;
    RestlessPlaces m_restless;
    std::array<double, octaves> m_clutter{}; ///< average number of regions that begin in a picture, by their area
    double m_flutter = 0; ///< number of paths that ended without going somewhere, which fades
    int m_pictures = 0; ///< since the scene is known
    QDateTime m_time;
    PicturePace m_pace;
};
