// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/face.h"

#include <QString>

#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>

#include <optional>
#include <vector>

/// The neural networks for faces, with the preprocessing of their inputs.
///
/// Include this header in .cpp files only, because OpenCV's headers are large.
class FaceNetworks
{
public:
    /// Loads the networks from a folder.
    ///
    /// Throws: cv::Exception if a file cannot be loaded.
    explicit FaceNetworks(const QString &folder);

    struct Detection
    {
        cv::Rect2f box; ///< in pixels
        float score = 0;
    };
    /// Returns the faces in a BGR picture.
    std::vector<Detection> detect(const cv::Mat &picture);
    /// Returns the 68 landmarks of a face, in pixels of the picture.
    std::vector<cv::Point2f> landmarks(const cv::Mat &picture, const cv::Rect2f &box);
    /// Returns seven scores with the sum 1: neutral, happy, sad, angry, fearful, disgusted, surprised.
    std::vector<float> expression(const cv::Mat &picture, const cv::Rect2f &box);
    /// Returns the probability that an eye is closed. The six points of the eye start at the index `first`.
    float eyeClosed(const cv::Mat &picture, const std::vector<cv::Point2f> &points, size_t first);

private:
    cv::dnn::Net m_detector;
    cv::dnn::Net m_landmarks;
    cv::dnn::Net m_expression;
    cv::dnn::Net m_eye;
};

/// Returns the pose of a head from its 68 landmarks, or nothing if the landmarks do not fit a head. Six of the points
/// are compared with an average head (perspective-n-point).
std::optional<HeadPose> headPose(const std::vector<cv::Point2f> &points);
