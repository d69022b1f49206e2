// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/headpose.h"

#include <opencv2/calib3d.hpp>

#include <cmath>

namespace {
/// In millimetres, from the tip of the nose: right, down, and away from the camera.
const std::vector<cv::Point3d> commonHead{
    {0, 0, 0}, // tip of the nose
    {0, 66, 20}, // chin
    {-45, -34, 28}, // outer corner of the right eye, which is left in the picture
    {45, -34, 28}, // of the left eye
    {-27, 30, 24}, // corners of the mouth
    {27, 30, 24},
};
const std::vector<size_t> usedPoints{30, 8, 36, 45, 48, 54};
constexpr double mostDegrees = 100;
constexpr double eyesApart = 20; // the camera, in distances between the eyes
}

std::optional<HeadPose> headPose(const std::vector<cv::Point2f> &points)
{
    std::vector<cv::Point2d> seen;
    for (const size_t index : usedPoints)
        seen.emplace_back(points[index]);
    // As if seen from afar, straight at the face: so that a pose does not depend on where in the picture the face is.
    const double focal = eyesApart * cv::norm(points[36] - points[45]);
    cv::Point2d middle;
    for (const cv::Point2d &point : seen)
        middle += point / double(seen.size());
    const cv::Matx33d camera(focal, 0, middle.x, 0, focal, middle.y, 0, 0, 1);
    cv::Vec3d rotation;
    cv::Vec3d translation;
    if (!cv::solvePnP(commonHead, seen, camera, cv::noArray(), rotation, translation, false, cv::SOLVEPNP_SQPNP))
        return std::nullopt;
    cv::Matx33d turned;
    cv::Rodrigues(rotation, turned);
    const double degrees = 180 / CV_PI;
    HeadPose pose;
    // The nose points against the third axis.
    pose.yaw = std::atan2(-turned(0, 2), turned(2, 2)) * degrees;
    pose.pitch = std::asin(std::clamp(turned(1, 2), -1.0, 1.0)) * degrees;
    pose.roll = std::atan2(turned(1, 0), turned(1, 1)) * degrees;
    const bool sound = std::abs(pose.yaw) < mostDegrees && std::abs(pose.roll) < mostDegrees && translation[2] > 0;
    return sound ? std::optional(pose) : std::nullopt;
}
