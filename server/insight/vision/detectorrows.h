// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/detectoroutput.h"

#include <span>

/// The rows of the outputs of object detectors. Each function adds the detections of at least `minScore`.
///
/// Include this header in .cpp files only, because OpenCV's headers are large.
namespace DetectorRows {
using DetectorOutput::Found;
using DetectorOutput::Shape;

/// An output of a network as a table.
class Table
{
public:
    explicit Table(const cv::Mat &output)
    {
        const int dimensions = output.dims;
        const bool usable = output.depth() == CV_32F && output.isContinuous() && dimensions >= 2 && output.total() > 0;
        if (!usable)
            return;
        m_columns = output.size[dimensions - 1];
        m_rows = int(output.total() / size_t(m_columns));
        m_values = output.ptr<float>();
    }

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    std::span<const float> row(int index) const
    {
        return {m_values + size_t(index) * size_t(m_columns), size_t(m_columns)};
    }

private:
    int m_rows = 0;
    int m_columns = 0;
    const float *m_values = nullptr;
};

/// The cells of a stride: the network looks for objects around the middle of each.
struct Grid
{
    int stride = 0;
    int side = 0; ///< number of cells in a row

    Grid(int stride, int input)
        : stride(stride)
        , side((input + stride - 1) / stride)
    {
    }
    int cells() const { return side * side; }
};

/// Returns the grids of the strides 8, 16, and so on, for a network whose input has this side.
std::vector<Grid> gridsOf(int input, int count);
int cellsOf(const std::vector<Grid> &grids);

/// The outputs of a stride of NanoDet.
struct NanoDetPair
{
    Grid grid;
    Table scores;
    Table edges;
};

/// Rows of the middle, the size, (the objectness,) and the scores, in pixels.
void readRows(const Shape &shape, const Table &table, bool objectness, float minScore, std::vector<Found> &found);
/// Rows as of YOLOv5, but middle and size are relative to the cells (Ge 2021).
void readYoloX(const Shape &shape, const Table &table, float minScore, std::vector<Found> &found);
/// A row for each cell. The edges are distributions over whole strides (Li 2020, generalized focal loss).
void readNanoDet(const Shape &shape, const NanoDetPair &pair, float minScore, std::vector<Found> &found);
void readNanoDetPlus(const Shape &shape, const Table &table, float minScore, std::vector<Found> &found);
/// Rows of the picture, the label, the score, and the corners as shares. Labels begin with the background as 0.
void readSsd(const Shape &shape, const Table &table, float minScore, std::vector<Found> &found);
void readSsdPairs(const Shape &shape, const Table &boxes, const Table &scores, float minScore,
                  std::vector<Found> &found);
}
