// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/motion.h"
#include "server/insight/vision/objectfinder.h"
#include "server/insight/vision/tracker.h"

#include <chrono>

struct Picture;

/// Decides when and where one camera looks for objects, and follows what it finds. It looks at the parts of a picture
/// in which something moves, and at objects that stand still after they have moved. If nothing moves, it does not look.
///
/// Thread: one at a time.
class ObjectWatch
{
public:
    /// What is known of the objects in a picture.
    enum class Knowledge {
        Unchanged, ///< nothing moves: the objects are as before
        Pending, ///< the picture is looked at
        None, ///< the picture is not looked at, although something moves
    };

    /// `finder` must outlive this object. `device`: the camera for which looks are counted.
    ObjectWatch(ObjectFinder &finder, DeviceId device)
        : m_finder(finder)
        , m_counter(finder.counterOf(device))
    {
    }

    /// Takes the next picture, and decides whether to look at it. If so, look() returns the look.
    Knowledge see(const Picture &picture, const MotionSample &motion);
    ObjectFinder::LookPtr look() const { return m_look; }
    /// Counts a look that this camera does not wait for any longer.
    void shed() { m_finder.shed(m_counter); }
    /// Takes the result of a look, in the order of the pictures. `time` and `shift`: of its picture. Objects are
    /// followed in the usual view, or a parked car would move with a camera that shakes.
    void take(const ObjectFinder::Look &look, const QDateTime &time, const ViewShift &shift = {});
    QList<SeenTrack> tracks() const { return m_tracker.tracks(); }
    /// Looks at the whole next picture, because the camera was offline or another mode was set.
    void lookAnew() { m_seenAll = false; }

    /// Shortest time between two looks, and the same while pictures wait for the detector.
    static constexpr std::chrono::milliseconds interval{180};
    static constexpr std::chrono::milliseconds intervalAmidOthers{360};

private:
    ObjectFinder &m_finder;
    ObjectFinder::CounterPtr m_counter;
    Tracker m_tracker;
    ObjectFinder::LookPtr m_look;
    QDateTime m_lookedAt;
    qint64 m_looks = 0;
    bool m_seenAll = false; ///< the whole picture was looked at, so that the scene is known
};

namespace LookPlan {
/// Returns the parts of a picture to look at: squares around what moves and around other places. `aspect`: width of the
/// picture as a share of its height. `known`: objects that are followed; a part contains an object whole. `wide`: leave
/// more room, because an object may be larger than what moves of it.
QList<Box> parts(const QList<Box> &moving, const QList<Box> &others, const QList<Box> &known, double aspect, bool wide);

/// More places are looked at as one, in the whole picture.
constexpr qsizetype mostParts = 3;
}
