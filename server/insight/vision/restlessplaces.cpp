// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/restlessplaces.h"

#include <algorithm>
#include <cmath>

namespace {
/// Something moves here again and again, if it began so often within the time in which that fades, or moved for this
/// share of that time.
constexpr double restless = 3;
constexpr double busy = 0.25;
constexpr double restlessShare = 0.5; ///< of a place
/// Seconds in which both fade. Trees rest between gusts.
constexpr double fadingBegins = 90;
constexpr double fadingBusy = 30;
}

/// Calls a function with the index of each cell that a box touches.
void RestlessPlaces::forCells(const Box &box, const std::function<void(size_t)> &visit)
{
    const auto cellOf = [](double place, int count) { return std::clamp(int(place * count), 0, count - 1); };
    for (int y = cellOf(box.y, rows); y <= cellOf(box.y + box.height, rows); ++y) {
        for (int x = cellOf(box.x, columns); x <= cellOf(box.x + box.width, columns); ++x)
            visit(size_t(y) * size_t(columns) + size_t(x));
    }
}

void RestlessPlaces::note(const QList<Box> &moving, double seconds)
{
    const double kept = std::exp(-seconds / fadingBegins);
    const double keptBusy = std::exp(-seconds / fadingBusy);
    std::array<bool, columns * rows> now{};
    for (const Box &box : moving)
        forCells(box, [&now](size_t cell) { now[cell] = true; });
    for (size_t i = 0; i < now.size(); ++i) {
        Cell &cell = m_cells[i];
        cell.begins = cell.begins * kept + (now[i] && !cell.isMoving ? 1 : 0);
        cell.busy = cell.busy * keptBusy + (now[i] ? 1 - keptBusy : 0);
        cell.isMoving = now[i];
    }
}

bool RestlessPlaces::covers(const Box &place) const
{
    int cells = 0;
    int found = 0;
    forCells(place, [&](size_t i) {
        ++cells;
        found += m_cells[i].begins >= restless || m_cells[i].busy >= busy ? 1 : 0;
    });
    return found >= restlessShare * cells;
}
