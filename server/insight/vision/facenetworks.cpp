// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/facenetworks.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
const cv::Size detectorInput(320, 240);
constexpr float minScore = 0.75F;
constexpr float maxOverlap = 0.4F;
constexpr int faceInput = 112;
/// The mean color (RGB) of the training pictures of face-api.
const cv::Scalar faceMean(122.782, 117.001, 104.298);
constexpr int eyeInput = 24;
/// The input of the eye network is wider than the eye by this factor.
constexpr float eyeMargin = 1.6F;

cv::dnn::Net read(const QString &folder, const QString &file)
{
    auto network = cv::dnn::readNetFromONNX((folder + u'/' + file).toStdString());
    network.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    return network;
}

/// Returns the square around a box, because the networks were trained with square faces. Pixels outside the picture are
/// black.
cv::Rect2f squareAround(const cv::Rect2f &box)
{
    const float side = std::max(box.width, box.height);
    return {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side};
}

cv::Mat cropped(const cv::Mat &picture, const cv::Rect2f &square, int size)
{
    const double scale = double(size) / double(square.width);
    const cv::Matx23d placing(scale, 0, -double(square.x) * scale, 0, scale, -double(square.y) * scale);
    cv::Mat part;
    cv::warpAffine(picture, part, placing, {size, size}, cv::INTER_AREA);
    return part;
}
}

FaceNetworks::FaceNetworks(const QString &folder)
    : m_detector(read(folder, u"fr_detect.onnx"_s))
    , m_landmarks(read(folder, u"face_landmarks.onnx"_s))
    , m_expression(read(folder, u"face_expression.onnx"_s))
    , m_eye(read(folder, u"fr_eye.onnx"_s))
{
}

std::vector<FaceNetworks::Detection> FaceNetworks::detect(const cv::Mat &picture)
{
    m_detector.setInput(cv::dnn::blobFromImage(picture, 1 / 128.0, detectorInput, cv::Scalar::all(127), true));
    std::vector<cv::Mat> out;
    m_detector.forward(out, std::vector<cv::String>{"scores", "boxes"});
    const float *scores = out[0].ptr<float>(); // pairs: no face, face
    const float *corners = out[1].ptr<float>(); // shares of the picture
    std::vector<cv::Rect2d> boxes;
    std::vector<float> kept;
    for (int i = 0; i < out[0].size[1]; ++i) {
        if (scores[2 * i + 1] < minScore)
            continue;
        const float *corner = corners + 4 * i;
        boxes.emplace_back(cv::Point2d(double(corner[0]) * picture.cols, double(corner[1]) * picture.rows),
                           cv::Point2d(double(corner[2]) * picture.cols, double(corner[3]) * picture.rows));
        kept.push_back(scores[2 * i + 1]);
    }
    std::vector<int> best;
    cv::dnn::NMSBoxes(boxes, kept, minScore, maxOverlap, best);
    const cv::Rect2f whole(0, 0, float(picture.cols), float(picture.rows));
    std::vector<Detection> found;
    for (const int index : best) {
        const cv::Rect2f inside = cv::Rect2f(boxes[size_t(index)]) & whole;
        if (inside.area() > 1)
            found.push_back({inside, kept[size_t(index)]});
    }
    return found;
}

std::vector<cv::Point2f> FaceNetworks::landmarks(const cv::Mat &picture, const cv::Rect2f &box)
{
    const cv::Rect2f square = squareAround(box);
    m_landmarks.setInput(cv::dnn::blobFromImage(cropped(picture, square, faceInput), 1 / 255.0, {}, faceMean, true));
    const cv::Mat out = m_landmarks.forward();
    const float *values = out.ptr<float>(); // x and y, shares of the square
    std::vector<cv::Point2f> points;
    points.reserve(68);
    for (int i = 0; i < 68; ++i)
        points.emplace_back(square.x + values[2 * i] * square.width, square.y + values[2 * i + 1] * square.height);
    return points;
}

std::vector<float> FaceNetworks::expression(const cv::Mat &picture, const cv::Rect2f &box)
{
    m_expression.setInput(
        cv::dnn::blobFromImage(cropped(picture, squareAround(box), faceInput), 1 / 255.0, {}, faceMean, true));
    const cv::Mat out = m_expression.forward();
    return {out.ptr<float>(), out.ptr<float>() + 7};
}

float FaceNetworks::eyeClosed(const cv::Mat &picture, const std::vector<cv::Point2f> &points, size_t first)
{
    const cv::Point2f middle = (points[first + 1] + points[first + 2] + points[first + 4] + points[first + 5]) * 0.25F;
    const float side = std::max(2.0F, eyeMargin * float(cv::norm(points[first] - points[first + 3])));
    cv::Mat eye = cropped(picture, {middle.x - side / 2, middle.y - side / 2, side, side}, eyeInput);
    cv::cvtColor(eye, eye, cv::COLOR_BGR2GRAY);
    m_eye.setInput(cv::dnn::blobFromImage(eye, 1 / 255.0));
    const cv::Mat out = m_eye.forward("output");
    const float closed = std::exp(out.ptr<float>()[0]);
    const float open = std::exp(out.ptr<float>()[1]);
    return closed / (closed + open);
}
