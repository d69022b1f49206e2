// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"
#include "models/insight/zone.h"

#include <QList>

/// The zones of one camera, as what moves is held against them.
class ZoneSet
{
public:
    ZoneSet() = default;
    explicit ZoneSet(QList<Zone> zones)
        : m_zones(std::move(zones))
    {
    }

    /// Where a thing stands: in the middle of its box's lower edge.
    static Point footOf(const Box &box) { return {box.x + box.width / 2, box.y + box.height}; }

    /// Whether what stands there counts: in that zone, where one is named; else in any zone that includes, where there
    /// are some. Never in one that excludes.
    bool counts(const Box &box, ZoneId zone) const;
    /// The including zones that it stands in.
    QList<ZoneId> entered(const Box &box) const;
    bool has(ZoneId zone) const;

    friend bool operator==(const ZoneSet &, const ZoneSet &) = default;

private:
    QList<Zone> m_zones;
};

/// What is drawn by hand, and what may be wrong with it.
namespace Polygon {
bool contains(const QList<Point> &corners, const Point &point);
/// Share of the picture, 0..1.
double area(const QList<Point> &corners);
bool crossesItself(const QList<Point> &corners);
}
