// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"
#include "models/insight/zone.h"

#include <QList>

#include <optional>

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
    bool has(ZoneId zone) const { return find(zone) != nullptr; }
    /// Returns null if the zone does not exist.
    const Zone *find(ZoneId zone) const;

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

/// The geometry of a line from `a` to `b`.
namespace Line {
enum class Direction { Left, Right };

/// Returns a positive value if a point is to the right of the line for somebody who looks from `a` to `b`, a negative
/// value if it is to the left, and 0 if it is on the line or its extension.
double side(const Point &a, const Point &b, const Point &point);
/// Returns to which side somebody crosses the line who goes straight from one point to another, or nothing if the way
/// does not cross it. A way that begins or ends on the line does not cross it; one through an end of the line does.
std::optional<Direction> crossed(const Point &a, const Point &b, const Point &from, const Point &to);
/// Returns the distance from a point to the nearest point of the line, as a share of the picture.
double distance(const Point &a, const Point &b, const Point &point);
}
