// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/detector.h"

#include "server/insight/vision/detectoroutput.h"
#include "server/insight/vision/onnxinput.h"

#include <QFile>
#include <QImage>

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
using DetectorOutput::Family;
using DetectorOutput::Found;

constexpr qint64 maxNetwork = 1 << 30; // bytes
constexpr qint64 maxLabelFile = 100'000; // bytes
constexpr qsizetype maxLabels = 2000;
/// Detections of one label that overlap by more than this (intersection over union) are of one object.
constexpr float maxOverlap = 0.55F;
/// An object is cut off by the edge of a part if it is closer to it than this share of the part.
constexpr float cutOff = 0.01F;

QByteArray contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        throw std::runtime_error(u"%1: %2"_s.arg(path, file.errorString()).toStdString());
    if (file.size() > most)
        throw std::runtime_error(u"%1 is too large"_s.arg(path).toStdString());
    return file.readAll();
}

QStringList labelsOf(const QString &path)
{
    QStringList labels;
    for (const QString &line : QString::fromUtf8(contentOf(path, maxLabelFile)).split(u'\n')) {
        if (const QString label = line.trimmed(); !label.isEmpty())
            labels += label;
    }
    if (labels.isEmpty() || labels.size() > maxLabels)
        throw std::runtime_error(
            u"%1 must have 1 to %2 labels, one in each line"_s.arg(path).arg(maxLabels).toStdString());
    return labels;
}

/// How a family was trained: (color - mean) × scale.
struct Colors
{
    bool rgb = false;
    cv::Scalar mean;
    cv::Scalar scale; ///< by channel, in the order of the mean
    cv::Scalar filling; ///< color of the input beside the picture, in BGR
};

Colors colorsOf(Family family)
{
    switch (family) {
    case Family::NanoDet:
    case Family::NanoDetPlus:
        return {false, {103.53, 116.28, 123.675}, {1 / 57.375, 1 / 57.12, 1 / 58.395}, {}};
    case Family::YoloX:
        return {false, {}, cv::Scalar::all(1), cv::Scalar::all(114)};
    case Family::YoloAnchors:
    case Family::YoloCells:
    case Family::YoloTransposed:
        return {true, {}, cv::Scalar::all(1 / 255.0), cv::Scalar::all(114)};
    case Family::Ssd:
    case Family::SsdPairs:
        break;
    }
    return {true, cv::Scalar::all(127.5), cv::Scalar::all(1 / 127.5), {}};
}

/// A part of a picture, scaled into the input of a network without a change of its proportions.
struct Input
{
    cv::Mat pixels;
    double scale = 1; ///< from the part to the input
};

Input fitted(const cv::Mat &part, int side, const cv::Scalar &filling)
{
    Input input{cv::Mat(side, side, CV_8UC3, filling), double(side) / std::max(part.cols, part.rows)};
    const cv::Size size(std::clamp(int(part.cols * input.scale), 1, side),
                        std::clamp(int(part.rows * input.scale), 1, side));
    cv::Mat target = input.pixels(cv::Rect({0, 0}, size));
    cv::resize(part, target, size, 0, 0, input.scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return input;
}

/// A network that OpenCV runs.
class NetworkDetector : public Detector
{
public:
    NetworkDetector(const cv::dnn::Net &network, int side, QStringList labels)
        : m_network(network)
        , m_side(side)
        , m_labels(std::move(labels))
    {
        m_network.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        m_outputs = m_network.getUnconnectedOutLayersNames();
        m_shape = DetectorOutput::recognized(outputsFor(cv::Mat(side, side, CV_8UC3, cv::Scalar::all(114)), {}), side,
                                             m_labels);
        m_colors = colorsOf(m_shape.family);
    }

    QStringList labels() const override { return m_labels; }
    int side() const override { return m_side; }
    QList<Detection> detect(const QImage &picture, const QList<QRect> &parts) override;

private:
    std::vector<cv::Mat> outputsFor(const cv::Mat &input, const Colors &colors);
    std::vector<Found> look(const cv::Mat &picture, const cv::Rect &part);

    cv::dnn::Net m_network;
    const int m_side;
    const QStringList m_labels;
    std::vector<cv::String> m_outputs;
    DetectorOutput::Shape m_shape;
    Colors m_colors;
};

std::vector<cv::Mat> NetworkDetector::outputsFor(const cv::Mat &input, const Colors &colors)
{
    cv::Mat values;
    input.convertTo(values, CV_32F);
    if (colors.rgb)
        cv::cvtColor(values, values, cv::COLOR_BGR2RGB);
    cv::subtract(values, colors.mean, values);
    cv::multiply(values, colors.scale, values);
    m_network.setInput(cv::dnn::blobFromImage(values));
    std::vector<cv::Mat> outputs;
    m_network.forward(outputs, m_outputs);
    return outputs;
}

/// Returns the detections in pixels of the picture.
std::vector<Found> NetworkDetector::look(const cv::Mat &picture, const cv::Rect &part)
{
    const Input input = fitted(picture(part), m_side, m_colors.filling);
    std::vector<Found> found;
    for (Found &each : DetectorOutput::decoded(m_shape, outputsFor(input.pixels, m_colors), minScore)) {
        cv::Rect2f box(each.box.tl() / input.scale, each.box.br() / input.scale);
        const auto edgeX = cutOff * float(part.width);
        const auto edgeY = cutOff * float(part.height);
        const bool cut = (part.x > 0 && box.x < edgeX) || (part.y > 0 && box.y < edgeY)
            || (part.br().x < picture.cols && box.br().x > float(part.width) - edgeX)
            || (part.br().y < picture.rows && box.br().y > float(part.height) - edgeY);
        if (cut)
            continue;
        box += cv::Point2f(part.tl());
        each.box = box & cv::Rect2f(0, 0, float(picture.cols), float(picture.rows));
        if (each.box.area() > 0)
            found.push_back(each);
    }
    return found;
}

QList<Detection> NetworkDetector::detect(const QImage &picture, const QList<QRect> &parts)
{
    // cv::Mat has no constructor for constant pixels. The pixels are not modified.
    const cv::Mat pixels(picture.height(), picture.width(), CV_8UC3, const_cast<uchar *>(picture.constBits()),
                         size_t(picture.bytesPerLine()));
    std::vector<Found> found;
    const auto lookAtAll = [&](const cv::Range &) {
        for (const QRect &part : parts) {
            const cv::Rect inside =
                cv::Rect(part.x(), part.y(), part.width(), part.height()) & cv::Rect(0, 0, pixels.cols, pixels.rows);
            if (inside.empty())
                continue;
            const auto here = look(pixels, inside);
            found.insert(found.end(), here.begin(), here.end());
        }
    };
    try {
        // The network would take all processors, for a little more than its share of work. What runs within a
        // parallel_for_() of OpenCV stays on its thread, so that the server decides how many there are.
        cv::parallel_for_(cv::Range(0, 1), lookAtAll);
    } catch (const cv::Exception &error) {
        throw std::runtime_error(error.what());
    }
    QList<Detection> detections;
    for (const Found &each : DetectorOutput::distinct(found, maxOverlap)) {
        const cv::Rect2f &box = each.box;
        detections += {{double(box.x) / pixels.cols, double(box.y) / pixels.rows, double(box.width) / pixels.cols,
                        double(box.height) / pixels.rows},
                       double(each.score),
                       m_labels[each.label]};
    }
    return detections;
}
}

std::unique_ptr<Detector> Detector::open(const Model &model)
{
    const QStringList labels = labelsOf(model.labels);
    const QByteArray content = contentOf(model.network, maxNetwork);
    try {
        const auto network = cv::dnn::readNetFromONNX(content.constData(), size_t(content.size()));
        return std::make_unique<NetworkDetector>(network, OnnxInput::side(content), labels);
    } catch (const std::exception &error) { // also cv::Exception
        throw std::runtime_error(
            u"%1 cannot be used: %2"_s.arg(model.network, QString::fromUtf8(error.what())).toStdString());
    }
}
