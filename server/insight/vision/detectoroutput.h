// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <opencv2/core.hpp>

#include <vector>

/// The outputs of object detectors. The family of a network is recognized by the shapes of its outputs:
///
/// - YOLOv5 and v7: (1, rows, 5 + labels), three anchors per cell of the strides 8, 16, 32 (and 64).
/// - YOLOv6 and YOLOX: (1, rows, 5 + labels), one row per cell. YOLOv6 has an objectness of 1 everywhere; YOLOX has
///   boxes relative to the cells.
/// - YOLOv8: (1, 4 + labels, rows), or transposed.
/// - NanoDet: for each stride, (1, cells, labels) and (1, cells, 4 × bins). NanoDet-Plus joins them in one output.
/// - SSD: (1, 1, rows, 7), or boxes (1, rows, 4) with scores (1, rows, labels), the background first.
///
/// Include this header in .cpp files only, because OpenCV's headers are large.
namespace DetectorOutput {

enum class Family { YoloAnchors, YoloCells, YoloX, YoloTransposed, NanoDet, NanoDetPlus, Ssd, SsdPairs };

/// A network as its outputs are read.
struct Shape
{
    Family family = Family::NanoDet;
    int side = 0; ///< width and height of the input in pixels
    int labels = 0; ///< number of labels
    bool background = false; ///< the first of the labels is the background
};

/// A detection in the network's input.
struct Found
{
    cv::Rect2f box; ///< in pixels of the input
    int label = 0;
    float score = 0; ///< 0 to 1
};

/// Recognizes a network by its outputs for an input of one color. `side` and `labels` are those of Shape.
///
/// Throws: std::runtime_error with the reason if the outputs are of no known family.
Shape recognized(const std::vector<cv::Mat> &outputs, int side, const QStringList &labels);

/// Returns the detections of at least `minScore`. Several may be of one object.
///
/// Throws: std::runtime_error if the outputs differ from the shape.
std::vector<Found> decoded(const Shape &shape, const std::vector<cv::Mat> &outputs, float minScore);

/// Returns the best detection of each object: of detections with the same label that overlap by more than `maxOverlap`
/// (intersection over union), the one with the highest score.
std::vector<Found> distinct(const std::vector<Found> &found, float maxOverlap);
}
