// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/scenes/shot.h"

#include <QImage>

/// The size of all staged pictures in pixels.
inline constexpr QSize stagedSize{640, 360};

/// Draws a picture of a shot. `progress` is the part of the shot that is over, from 0 to 1. The same arguments always
/// result in the same picture. Shot::Nothing has no picture.
///
/// Thread: any.
QImage stagedPicture(Shot shot, double progress);
