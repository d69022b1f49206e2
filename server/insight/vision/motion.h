// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <QList>

#include <memory>

struct Picture;

/// One thing that moves.
struct MovingRegion
{
    Box box;
    double area = 0; ///< share of the picture that moves in it, 0..1: less than the box's own

    friend bool operator==(const MovingRegion &, const MovingRegion &) = default;
};

/// What moves in one picture.
struct MotionSample
{
    bool settled = false; ///< false while the scene is being learnt: then nothing is known to move
    double area = 0; ///< share of the picture that moves, 0..1
    QList<MovingRegion> regions; ///< the largest first

    double largest() const { return regions.isEmpty() ? 0 : regions.constFirst().area; }
};

/// Finds what moves before a background that it learns: a mixture of Gaussians for each pixel (Zivkovic 2004, MOG2 of
/// OpenCV), so that noise and leaves in the wind become part of it. A change of light over the whole picture is not
/// motion: the scene is learnt anew instead.
class Motion
{
public:
    Motion();
    ~Motion();

    /// Some milliseconds for 640 by 360, the size it looks at; larger pictures are scaled down first. A picture of
    /// another size than the one before starts anew.
    MotionSample look(const Picture &picture);
    /// What comes next may be another scene: learn it anew.
    void forget();

private:
    class Private;
    std::unique_ptr<Private> d;
};
