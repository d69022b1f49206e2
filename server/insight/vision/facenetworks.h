// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>

#include <vector>

/// The networks over faces, each with what it expects of its pixels. For .cpp files of this folder alone: OpenCV's
/// headers are heavy.
class FaceNetworks
{
public:
    /// Throws cv::Exception for a file that is none of theirs.
    explicit FaceNetworks(const QString &folder);

    struct Detection
    {
        cv::Rect2f box; ///< in pixels
        float score = 0;
    };
    std::vector<Detection> detect(const cv::Mat &picture);
    /// 68 points, in the picture's pixels.
    std::vector<cv::Point2f> landmarks(const cv::Mat &picture, const cv::Rect2f &box);
    /// Seven scores, together 1: neutral, happy, sad, angry, fearful, disgusted, surprised.
    std::vector<float> expression(const cv::Mat &picture, const cv::Rect2f &box);
    /// How likely the eye is closed whose six points begin at `first`.
    float eyeClosed(const cv::Mat &picture, const std::vector<cv::Point2f> &points, size_t first);

private:
    cv::dnn::Net m_detector;
    cv::dnn::Net m_landmarks;
    cv::dnn::Net m_expression;
    cv::dnn::Net m_eye;
};
