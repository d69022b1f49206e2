// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a scripted camera shows during one second.
enum class Shot {
    Room, ///< an empty room
    Walk, ///< a person walks through the room from left to right
    Face, ///< a person looks into the camera
    Dark, ///< something covers the lens
    Nothing, ///< no pictures: the stream is lost
};

/// Returns the length of a shot in seconds. A shot in which nothing moves has a length of one second and is repeated.
constexpr int secondsOf(Shot shot) { return shot == Shot::Walk || shot == Shot::Face ? 4 : 1; }
