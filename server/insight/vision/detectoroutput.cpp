// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/detectoroutput.h"

#include "server/insight/vision/detectorrows.h"

#include <opencv2/dnn.hpp>

#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
using DetectorOutput::Family;
using DetectorRows::cellsOf;
using DetectorRows::Grid;
using DetectorRows::gridsOf;
using DetectorRows::NanoDetPair;
using DetectorRows::Table;

QString shapeOf(const cv::Mat &output)
{
    QStringList sizes;
    for (int i = 0; i < output.dims; ++i)
        sizes += QString::number(output.size[i]);
    return u"(%1)"_s.arg(sizes.join(u", "));
}

[[noreturn]] void refuse(const QString &reason) { throw std::runtime_error(reason.toStdString()); }

/// Returns the outputs by stride, or nothing if they are not those of NanoDet.
std::vector<NanoDetPair> nanoDetPairs(const std::vector<cv::Mat> &outputs, int side, int labels)
{
    std::vector<NanoDetPair> pairs;
    for (const Grid &grid : gridsOf(side, int(outputs.size() / 2))) {
        std::optional<Table> scores;
        std::optional<Table> edges;
        for (const cv::Mat &output : outputs) {
            const Table table(output);
            if (table.rows() != grid.cells())
                continue;
            if (table.columns() == labels && !scores)
                scores = table;
            else if (table.columns() % 4 == 0 && table.columns() >= 8)
                edges = table;
        }
        if (!scores || !edges)
            return {};
        pairs.push_back({grid, *scores, *edges});
    }
    return pairs;
}

std::optional<Family> familyOfOne(const cv::Mat &output, int side, int labels)
{
    const Table table(output);
    const int cells = cellsOf(gridsOf(side, 3));
    const int withCoarse = cellsOf(gridsOf(side, 4));
    if (output.dims == 4 && table.columns() == 7)
        return Family::Ssd;
    if (output.dims != 3 || output.size[0] != 1)
        return std::nullopt;
    const int edges = table.columns() - labels;
    if (table.rows() == withCoarse && edges >= 8 && edges % 4 == 0)
        return Family::NanoDetPlus;
    if (table.columns() == 5 + labels && (table.rows() == 3 * cells || table.rows() == 3 * withCoarse))
        return Family::YoloAnchors;
    if (table.columns() == 5 + labels && table.rows() == cells) {
        bool sure = true; // YOLOv6 has no objectness, and exports ones in its place
        for (int i = 0; i < table.rows() && sure; ++i)
            sure = table.row(i)[4] == 1.0F;
        return sure ? Family::YoloCells : Family::YoloX;
    }
    const bool yolo8 = output.size[1] == 4 + labels || (output.size[2] == 4 + labels && output.size[1] == cells);
    return yolo8 ? std::optional(Family::YoloTransposed) : std::nullopt;
}

std::optional<Family> familyOf(const std::vector<cv::Mat> &outputs, int side, int labels)
{
    if (outputs.size() == 1)
        return familyOfOne(outputs.front(), side, labels);
    if (outputs.size() >= 4 && outputs.size() <= 8 && outputs.size() % 2 == 0
        && !nanoDetPairs(outputs, side, labels).empty())
        return Family::NanoDet;
    return std::nullopt;
}

/// Returns the table of the boxes and that of the scores.
std::optional<std::pair<Table, Table>> ssdPair(const std::vector<cv::Mat> &outputs, int labels)
{
    if (outputs.size() != 2)
        return std::nullopt;
    for (const size_t first : {size_t(0), size_t(1)}) {
        const Table boxes(outputs[first]);
        const Table scores(outputs[1 - first]);
        if (boxes.columns() == 4 && scores.columns() == labels + 1 && boxes.rows() == scores.rows())
            return std::pair(boxes, scores);
    }
    return std::nullopt;
}
}

DetectorOutput::Shape DetectorOutput::recognized(const std::vector<cv::Mat> &outputs, int side,
                                                 const QStringList &labels)
{
    const int count = int(labels.size());
    const bool background = count > 0 && labels.constFirst().compare(u"background", Qt::CaseInsensitive) == 0;
    if (ssdPair(outputs, count - (background ? 1 : 0)))
        return {Family::SsdPairs, side, count, background};
    if (const auto family = familyOf(outputs, side, count))
        return {*family, side, count, background};
    QStringList shapes;
    for (const cv::Mat &output : outputs)
        shapes += shapeOf(output);
    refuse(u"its outputs %1 are not those of a YOLO, SSD, or NanoDet network with %2 labels and an input of %3 pixels"_s
               .arg(shapes.join(u", "))
               .arg(count)
               .arg(side));
}

std::vector<DetectorOutput::Found> DetectorOutput::decoded(const Shape &shape, const std::vector<cv::Mat> &outputs,
                                                           float minScore)
{
    using namespace DetectorRows;
    std::vector<Found> found;
    const int plain = shape.labels - (shape.background ? 1 : 0);
    if (shape.family == Family::SsdPairs) {
        const auto pair = ssdPair(outputs, plain);
        if (!pair)
            refuse(u"its outputs have changed"_s);
        readSsdPairs(shape, pair->first, pair->second, minScore, found);
        return found;
    }
    const auto family = familyOf(outputs, shape.side, shape.labels);
    const bool sameRows = family == Family::YoloCells || family == Family::YoloX;
    const bool expectedRows = shape.family == Family::YoloCells || shape.family == Family::YoloX;
    if (!family || (family != shape.family && !(sameRows && expectedRows)))
        refuse(u"its outputs have changed"_s);
    const Table table(outputs.front());
    switch (shape.family) {
    case Family::YoloAnchors:
    case Family::YoloCells:
        readRows(shape, table, true, minScore, found);
        break;
    case Family::YoloX:
        readYoloX(shape, table, minScore, found);
        break;
    case Family::YoloTransposed:
        if (table.columns() == 4 + shape.labels) {
            readRows(shape, table, false, minScore, found);
        } else {
            const cv::Mat rows = cv::Mat(table.rows(), table.columns(), CV_32F, outputs.front().data).t();
            readRows(shape, Table(rows), false, minScore, found);
        }
        break;
    case Family::NanoDet:
        for (const NanoDetPair &pair : nanoDetPairs(outputs, shape.side, shape.labels))
            readNanoDet(shape, pair, minScore, found);
        break;
    case Family::NanoDetPlus:
        readNanoDetPlus(shape, table, minScore, found);
        break;
    case Family::Ssd:
    case Family::SsdPairs:
        readSsd(shape, table, minScore, found);
        break;
    }
    return found;
}

std::vector<DetectorOutput::Found> DetectorOutput::distinct(const std::vector<Found> &found, float maxOverlap)
{
    std::vector<cv::Rect2d> boxes;
    std::vector<float> scores;
    for (const Found &each : found) {
        // Boxes of different labels are moved apart, so that they do not overlap.
        cv::Rect2d box(each.box);
        box.x += each.label * 1e5;
        boxes.push_back(box);
        scores.push_back(each.score);
    }
    std::vector<int> kept;
    cv::dnn::NMSBoxes(boxes, scores, 0, maxOverlap, kept);
    std::vector<Found> best;
    for (const int index : kept)
        best.push_back(found[size_t(index)]);
    return best;
}
