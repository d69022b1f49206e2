// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/motion.h"
#include "server/insight/vision/seentrack.h"
#include "server/insight/vision/zoneset.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

/// A face in a picture, with the properties that conditions use.
struct SeenFace
{
    Box box;
    double score = 0; ///< 0 to 1: confidence of the detection
    QString emotion; ///< the most likely of the seven emotions; empty: not analyzed
    double emotionScore = 0; ///< 0 to 1
};

/// The state of a scene at one moment.
struct Observation
{
    QDateTime time; ///< UTC
    MotionSample motion;
    std::optional<QList<SeenFace>> faces = {}; ///< nothing if faces were not detected at this moment
    bool covered = false; ///< the lens is covered
    bool lost = false; ///< there is no picture
    bool counts = true; ///< false: outside the schedule
    std::shared_ptr<const ZoneSet> zones = {}; ///< null: no zones
    std::optional<QList<SeenTrack>> tracks = {}; ///< nothing if it is not known at this moment which objects are there
    bool moved = false; ///< the camera shows another view
};
