// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"
#include "models/insight/zone.h"

#include <QList>

/// The zones of one camera, to test detected objects against them.
class ZoneSet
{
public:
    ZoneSet() = default;
    explicit ZoneSet(QList<Zone> zones)
        : m_zones(std::move(zones))
    {
    }

    /// Returns the point where an object stands: the middle of the lower edge of its box.
    static Point footOf(const Box &box) { return {box.x + box.width / 2, box.y + box.height}; }

    /// Returns true if an object counts. If `zone` is set, the object must stand in this zone. Otherwise it must stand
    /// in an including zone, if there are any. An object in an excluding zone other than `zone` never counts.
    bool counts(const Box &box, ZoneId zone) const;
    /// Returns the including zones in which an object stands.
    QList<ZoneId> entered(const Box &box) const;
    bool has(ZoneId zone) const;

    friend bool operator==(const ZoneSet &, const ZoneSet &) = default;

private:
    QList<Zone> m_zones;
};

/// The geometry of outlines.
namespace Polygon {
bool contains(const QList<Point> &corners, const Point &point);
/// Returns the area as a share of the picture, 0 to 1.
double area(const QList<Point> &corners);
bool crossesItself(const QList<Point> &corners);
}
