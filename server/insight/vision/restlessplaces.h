// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <QList>

#include <array>
#include <functional>

/// Learns where in a picture something moves again and again, such as a tree, a flag, or a busy road. What was learned
/// fades within a minute or two.
class RestlessPlaces
{
public:
    /// Takes the places in a picture where something moves. `seconds`: since the previous picture.
    void note(const QList<Box> &moving, double seconds);
    /// Returns true if a place is restless for the most part.
    bool covers(const Box &place) const;

private:
    static constexpr int columns = 32;
    static constexpr int rows = 18;
    struct Cell
    {
        double begins = 0; ///< how often something began to move here, which fades
        double busy = 0; ///< share of the last seconds in which something moved here
        bool isMoving = false;
    };

    static void forCells(const Box &box, const std::function<void(size_t)> &visit);

    std::array<Cell, columns * rows> m_cells;
};
