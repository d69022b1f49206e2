// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/detectorrows.h"

#include <algorithm>
#include <cmath>

using DetectorOutput::Found;
using DetectorOutput::Shape;
using DetectorRows::Grid;

namespace {
/// The network's own corners may lie outside of its input, but not by far.
constexpr float farOutside = 10;

/// Adds a detection, unless its numbers are none. A broken network may answer anything.
void add(std::vector<Found> &found, const Shape &shape, const cv::Rect2f &box, int label, float score, float minScore)
{
    const float limit = farOutside * float(shape.side);
    const bool finite = std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.width)
        && std::isfinite(box.height) && std::abs(box.x) < limit && std::abs(box.y) < limit && box.width < limit
        && box.height < limit;
    if (finite && box.width > 0 && box.height > 0 && score >= minScore && score <= 1.001F && label >= 0
        && label < shape.labels && !(shape.background && label == 0))
        found.push_back({box, label, std::min(score, 1.0F)});
}

struct Best
{
    int label = 0;
    float score = 0;
};

Best bestOf(std::span<const float> scores)
{
    const auto best = std::max_element(scores.begin(), scores.end());
    return {int(best - scores.begin()), *best};
}

cv::Rect2f around(float x, float y, float width, float height)
{
    return {x - width / 2, y - height / 2, width, height};
}

/// Returns the distance of an edge from the middle of the cell: the mean of a distribution over whole strides (Li 2020,
/// generalized focal loss).
float edgeOf(std::span<const float> bins)
{
    const float highest = *std::max_element(bins.begin(), bins.end()); // exp() would overflow without it
    float sum = 0;
    float weighted = 0;
    for (size_t i = 0; i < bins.size(); ++i) {
        const float weight = std::exp(bins[i] - highest);
        sum += weight;
        weighted += weight * float(i);
    }
    return weighted / sum;
}

/// `offset`: where the middle of a cell is, in cells.
void readNanoDetCell(const Shape &shape, const Grid &grid, int cell, float offset, std::span<const float> scores,
                     std::span<const float> edges, float minScore, std::vector<Found> &found)
{
    const Best best = bestOf(scores);
    if (!(best.score >= minScore))
        return;
    const size_t bins = edges.size() / 4;
    const auto stride = float(grid.stride);
    const float x = (float(cell % grid.side) + offset) * stride;
    const float y = (float(cell / grid.side) + offset) * stride;
    const cv::Point2f topLeft(x - edgeOf(edges.subspan(0, bins)) * stride,
                              y - edgeOf(edges.subspan(bins, bins)) * stride);
    const cv::Point2f bottomRight(x + edgeOf(edges.subspan(2 * bins, bins)) * stride,
                                  y + edgeOf(edges.subspan(3 * bins, bins)) * stride);
    add(found, shape, {topLeft, bottomRight}, best.label, best.score, minScore);
}
}

std::vector<Grid> DetectorRows::gridsOf(int input, int count)
{
    std::vector<Grid> grids;
    for (int stride = 8; count > 0; stride *= 2, --count)
        grids.emplace_back(stride, input);
    return grids;
}

int DetectorRows::cellsOf(const std::vector<Grid> &grids)
{
    int cells = 0;
    for (const Grid &grid : grids)
        cells += grid.cells();
    return cells;
}

void DetectorRows::readRows(const Shape &shape, const Table &table, bool objectness, float minScore,
                            std::vector<Found> &found)
{
    for (int i = 0; i < table.rows(); ++i) {
        const auto row = table.row(i);
        const Best best = bestOf(row.subspan(objectness ? 5 : 4));
        add(found, shape, around(row[0], row[1], row[2], row[3]), best.label, best.score * (objectness ? row[4] : 1),
            minScore);
    }
}

void DetectorRows::readYoloX(const Shape &shape, const Table &table, float minScore, std::vector<Found> &found)
{
    int index = 0;
    for (const Grid &grid : gridsOf(shape.side, 3)) {
        for (int cell = 0; cell < grid.cells(); ++cell) {
            const auto row = table.row(index++);
            const Best best = bestOf(row.subspan(5));
            const auto stride = float(grid.stride);
            add(found, shape,
                around((row[0] + float(cell % grid.side)) * stride, (row[1] + float(cell / grid.side)) * stride,
                       std::exp(row[2]) * stride, std::exp(row[3]) * stride),
                best.label, best.score * row[4], minScore);
        }
    }
}

void DetectorRows::readNanoDet(const Shape &shape, const NanoDetPair &pair, float minScore, std::vector<Found> &found)
{
    for (int cell = 0; cell < pair.grid.cells(); ++cell)
        readNanoDetCell(shape, pair.grid, cell, 0.5F, pair.scores.row(cell), pair.edges.row(cell), minScore, found);
}

void DetectorRows::readNanoDetPlus(const Shape &shape, const Table &table, float minScore, std::vector<Found> &found)
{
    int index = 0;
    for (const Grid &grid : gridsOf(shape.side, 4)) {
        for (int cell = 0; cell < grid.cells(); ++cell) {
            const auto row = table.row(index++);
            readNanoDetCell(shape, grid, cell, 0, row.first(size_t(shape.labels)), row.subspan(size_t(shape.labels)),
                            minScore, found);
        }
    }
}

void DetectorRows::readSsd(const Shape &shape, const Table &table, float minScore, std::vector<Found> &found)
{
    const auto side = float(shape.side);
    for (int i = 0; i < table.rows(); ++i) {
        const auto row = table.row(i);
        if (!(row[1] >= 0 && row[1] < 10'000))
            continue;
        add(found, shape, {cv::Point2f(row[3], row[4]) * side, cv::Point2f(row[5], row[6]) * side},
            int(row[1]) - (shape.background ? 0 : 1), row[2], minScore);
    }
}

void DetectorRows::readSsdPairs(const Shape &shape, const Table &boxes, const Table &scores, float minScore,
                                std::vector<Found> &found)
{
    const auto side = float(shape.side);
    for (int i = 0; i < boxes.rows(); ++i) {
        const auto corners = boxes.row(i);
        const Best best = bestOf(scores.row(i).subspan(1)); // without the background
        add(found, shape, {cv::Point2f(corners[0], corners[1]) * side, cv::Point2f(corners[2], corners[3]) * side},
            best.label + (shape.background ? 1 : 0), best.score, minScore);
    }
}
