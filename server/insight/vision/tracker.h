// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/boxfilter.h"
#include "server/insight/vision/detector.h"
#include "server/insight/vision/seentrack.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <vector>

/// Joins the detections of a camera into tracks, one for each object. Detections are associated with tracks by where
/// the tracks are expected, first those with a high score and then those with a low one, because a low score may mean
/// that the object is partly hidden (ByteTrack, Zhang 2022). A low score alone begins no track.
///
/// Pictures are looked at in parts. A track is missed only where it was looked for. An object that stays in the place
/// where it was first seen belongs to the scene; it is remembered while it is hidden for a short time, so that it does
/// not appear anew.
///
/// The class uses no clock and no pictures.
class Tracker
{
public:
    /// Takes the detections of a picture. `looked`: the parts of the picture that were looked at. If `time` is before
    /// the previous one, all tracks are forgotten, because the clock was set back. `isShaking`: the camera shakes, so
    /// that single detections are not where the object is.
    void update(const QDateTime &time, const QList<Detection> &detections, const QList<Box> &looked,
                bool isShaking = false);
    /// Returns the objects, oldest first. An object needs two detections. A hidden object is where it was last seen.
    QList<SeenTrack> tracks() const;
    /// Returns where to look at `time` although nothing moves there: objects that moved, and stand still at present.
    QList<Box> due(const QDateTime &time) const;

private:
    struct Track
    {
        Track(qint64 id, const Detection &detection, const QDateTime &time);

        bool isScene() const { return !hasMoved || rests; }
        QString label() const;

        qint64 id;
        BoxFilter filter;
        Box first; ///< where the object was first seen
        Box resting; ///< where the object has been since `restingSince`
        QDateTime restingSince;
        QDateTime seenAt;
        QDateTime lookedAt;
        QHash<QString, double> labels; ///< sums of scores
        std::vector<float> scores; ///< of the detections; every second one of a long track
        Box box; ///< when it was last seen
        int hits = 1;
        /// Detections in a row that were not in the place of `first`. While the camera shakes, low scores do not count.
        int away = 0;
        int missed = 0; ///< times that it was looked for in vain since `seenAt`
        bool hasMoved = false;
        bool rests = false;
    };

    void associate(QList<Detection> &left, bool (*suits)(const Detection &), double minOverlap, double growth,
                   bool sameLabel);
    void hit(Track &track, const Detection &detection);
    void begin(QList<Detection> left);
    bool isLost(const Track &track, const QList<Box> &looked) const;
    /// Returns true for an object in its place in the scene while the camera shakes. It is expected there alone,
    /// because a detection beside it may be that of another object, and it is not missed if it is not found.
    bool isHeld(const Track &track) const { return m_isShaking && track.isScene() && track.hits > 1 && !track.away; }

    std::vector<Track> m_tracks;
    std::vector<char> m_matched; ///< by track, in this picture
    QDateTime m_time;
    bool m_isShaking = false; ///< in this picture
    qint64 m_lastId = 0;
};
