// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/motion.h"
#include "server/insight/vision/seenface.h"
#include "server/insight/vision/zoneset.h"

#include <QDateTime>

#include <memory>
#include <optional>

/// What is known of a scene at one moment.
struct Observation
{
    QDateTime time; ///< UTC
    MotionSample motion;
    std::optional<QList<SeenFace>> faces = {}; ///< none: nobody has looked for them
    bool covered = false;
    bool lost = false; ///< there is no picture
    bool counts = true; ///< false: outside the schedule
    std::shared_ptr<const ZoneSet> zones = {}; ///< null: there are none
};
