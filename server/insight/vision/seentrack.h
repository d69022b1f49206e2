// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <QString>

/// An object in front of a camera, as it was followed up to one moment.
struct SeenTrack
{
    qint64 id = 0; ///< unique for the camera until the server restarts; grows
    QString label; ///< the label of most detections, weighted by their scores
    double score = 0; ///< 0 to 1: the median over the track
    Box box;
    bool hasMoved = false; ///< the object has left the place where it was first seen
    bool rests = false; ///< the object has not moved for a while
    bool isHidden = false; ///< the object was looked for in vain; it is probably behind something, or gone

    /// Returns true if the object is seen, and is neither part of the scene nor at rest.
    bool isActive() const { return hasMoved && !rests && !isHidden; }

    friend bool operator==(const SeenTrack &, const SeenTrack &) = default;
};
