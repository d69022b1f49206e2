// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/face.h"

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

/// Where a head is turned to: six of its 68 points are held against those of a common head, seen from
/// afar (perspective-n-point). Nothing when they fit no head. For .cpp files of this folder alone.
std::optional<HeadPose> headPose(const std::vector<cv::Point2f> &points);
