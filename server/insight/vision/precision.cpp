// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/precision.h"

#include <cmath>

Observation ObservationPrecision::rounded(Observation observation)
{
    const auto round = [](double &value, double units) { value = double(std::llround(value * units)) / units; };
    const auto roundBox = [&](Box &box) {
        for (double *value : {&box.x, &box.y, &box.width, &box.height})
            round(*value, unit);
    };
    round(observation.motion.area, areaUnit);
    for (MovingRegion &region : observation.motion.regions) {
        roundBox(region.box);
        round(region.area, areaUnit);
    }
    if (observation.faces) {
        for (SeenFace &face : *observation.faces) {
            roundBox(face.box);
            round(face.score, unit);
            round(face.emotionScore, unit);
        }
    }
    if (observation.tracks) {
        for (SeenTrack &track : *observation.tracks) {
            roundBox(track.box);
            round(track.score, unit);
        }
    }
    return observation;
}
