// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/facenetworks.h"

#include <opencv2/calib3d.hpp>

#include <cmath>

namespace {
/// Points of an average head in millimeters, relative to the tip of the nose: right, down, and away from the camera.
const std::vector<cv::Point3d> averageHead{
    {0, 0, 0}, // tip of the nose
    {0, 66, 20}, // chin
    {-45, -34, 28}, // outer corner of the right eye, on the left of the picture
    {45, -34, 28}, // outer corner of the left eye
    {-27, 30, 24}, // right corner of the mouth
    {27, 30, 24}, // left corner of the mouth
};
const std::vector<size_t> usedPoints{30, 8, 36, 45, 48, 54};
constexpr double maxDegrees = 100;
constexpr double cameraDistance = 20; // multiple of the distance between the outer corners of the eyes
}

std::optional<HeadPose> headPose(const std::vector<cv::Point2f> &points)
{
    std::vector<cv::Point2d> seen;
    seen.reserve(usedPoints.size());
    for (const size_t index : usedPoints)
        seen.emplace_back(points[index]);
    // The camera model is far away and centered on the face, so that the pose does not depend on the face's position.
    const double focal = cameraDistance * cv::norm(points[36] - points[45]);
    cv::Point2d middle;
    for (const cv::Point2d &point : seen)
        middle += point / double(seen.size());
    const cv::Matx33d camera(focal, 0, middle.x, 0, focal, middle.y, 0, 0, 1);
    cv::Vec3d rotation;
    cv::Vec3d translation;
    if (!cv::solvePnP(averageHead, seen, camera, cv::noArray(), rotation, translation, false, cv::SOLVEPNP_SQPNP))
        return std::nullopt;
    cv::Matx33d turned;
    cv::Rodrigues(rotation, turned);
    const double degrees = 180 / CV_PI;
    HeadPose pose;
    // The nose points in the opposite direction of the third axis.
    pose.yaw = std::atan2(-turned(0, 2), turned(2, 2)) * degrees;
    pose.pitch = std::asin(std::clamp(turned(1, 2), -1.0, 1.0)) * degrees;
    pose.roll = std::atan2(turned(1, 0), turned(1, 1)) * degrees;
    const bool plausible = std::abs(pose.yaw) < maxDegrees && std::abs(pose.roll) < maxDegrees && translation[2] > 0;
    return plausible ? std::optional(pose) : std::nullopt;
}
