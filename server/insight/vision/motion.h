// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <QList>
#include <QSize>

#include <memory>

struct Picture;

/// A region of the picture with motion.
struct MovingRegion
{
    Box box;
    double area = 0; ///< moving share of the picture (0 to 1); smaller than the area of the box

    friend bool operator==(const MovingRegion &, const MovingRegion &) = default;
};

/// How far a picture is from the usual view, because the camera shakes, as shares of its width and height.
struct ViewShift
{
    double x = 0;
    double y = 0;
    bool shakes = false; ///< this picture or one of the last ones is shifted
};

/// The motion in one picture.
struct MotionSample
{
    bool settled = false; ///< false while the scene is being learned; motion is unknown then
    double area = 0; ///< moving share of the picture, 0 to 1
    QList<MovingRegion> regions; ///< largest first, in the usual view
    ViewShift shift = {}; ///< of the picture

    double largest() const { return regions.isEmpty() ? 0 : regions.constFirst().area; }
};

/// Detects motion in front of a learned background. The background model is a mixture of Gaussians per pixel (Zivkovic
/// 2004, OpenCV's MOG2), so noise and moving leaves become part of the background, and shadows are told from things.
/// Pictures are made comparable before (SteadyView): a change of light in the whole picture and shaking are not motion.
/// If the light changes at once, the scene is learned again. Regions that differ by light alone are left out
/// (LightSpots). MotionPaths then tells which of the regions go somewhere.
class Motion
{
public:
    Motion();
    ~Motion();

    /// The size in which motion is found. A picture takes about a millisecond.
    static constexpr QSize pictureSize{320, 180};

    /// Returns the motion in the next picture. Larger pictures are scaled down to pictureSize. If the size of the
    /// picture changes, the scene is learned again.
    MotionSample analyze(const Picture &picture);
    /// Forgets the scene. The next pictures are learned as a new scene.
    void reset();

private:
    class Private;
    std::unique_ptr<Private> d;
};
