// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vision/jpeg.h"

#include "server/media/framesink.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace {
QByteArray encoded(const cv::Mat &image, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", image, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

cv::Mat decoded(const QByteArray &jpeg)
{
    if (jpeg.isEmpty())
        return {};
    return cv::imdecode(cv::Mat(1, int(jpeg.size()), CV_8UC1, const_cast<char *>(jpeg.constData())), cv::IMREAD_COLOR);
}
}

QByteArray Jpeg::encode(const Picture &picture)
{
    // OpenCV has no view of constant pixels; this one is only read.
    return encoded(
        cv::Mat(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr), size_t(picture.stride)), 90);
}

QSize Jpeg::sizeOf(const QByteArray &jpeg)
{
    const cv::Mat image = decoded(jpeg);
    return {image.cols, image.rows};
}

QByteArray Jpeg::scaled(const QByteArray &jpeg, QSize bounds)
{
    const cv::Mat image = decoded(jpeg);
    if (image.empty())
        return {};
    const double scale = std::min({1.0, double(bounds.width()) / image.cols, double(bounds.height()) / image.rows});
    cv::Mat small;
    cv::resize(image, small, {}, scale, scale, cv::INTER_AREA);
    return encoded(small, 80);
}
