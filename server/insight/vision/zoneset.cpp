// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/zoneset.h"

#include <algorithm>
#include <cmath>

namespace {
using Line::side;

bool cross(const Point &a, const Point &b, const Point &c, const Point &d)
{
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
}

bool ZoneSet::counts(const Box &box, ZoneId wanted) const
{
    const Point foot = footOf(box);
    bool within = wanted.isNull();
    bool restricted = false;
    bool included = false;
    for (const Zone &zone : m_zones) {
        const bool inside = zone.kind != Zone::Kind::Line && Polygon::contains(zone.polygon, foot);
        if (zone.kind == Zone::Kind::Exclude && inside && zone.zoneId != wanted)
            return false;
        if (zone.zoneId == wanted)
            within = inside;
        restricted = restricted || zone.kind == Zone::Kind::Include;
        included = included || (zone.kind == Zone::Kind::Include && inside);
    }
    return within && (!wanted.isNull() || !restricted || included);
}

QList<ZoneId> ZoneSet::entered(const Box &box) const
{
    QList<ZoneId> zones;
    const Point foot = footOf(box);
    for (const Zone &zone : m_zones) {
        if (zone.kind == Zone::Kind::Include && Polygon::contains(zone.polygon, foot))
            zones += zone.zoneId;
    }
    return zones;
}

const Zone *ZoneSet::find(ZoneId wanted) const
{
    const auto found =
        std::find_if(m_zones.begin(), m_zones.end(), [&](const Zone &zone) { return zone.zoneId == wanted; });
    return found == m_zones.end() ? nullptr : &*found;
}

/// A point is inside if a ray to the right crosses the outline an odd number of times. A point on the lower edge of the
/// picture is moved up minimally, so that it is inside an outline that ends at the edge.
bool Polygon::contains(const QList<Point> &corners, const Point &point)
{
    const double y = std::min(point.y, 1 - 1e-9);
    bool inside = false;
    for (qsizetype i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const Point &a = corners[i];
        const Point &b = corners[j];
        if ((a.y > y) != (b.y > y) && point.x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

double Polygon::area(const QList<Point> &corners)
{
    double twice = 0;
    for (qsizetype i = 0, j = corners.size() - 1; i < corners.size(); j = i++)
        twice += corners[j].x * corners[i].y - corners[i].x * corners[j].y;
    return std::abs(twice) / 2;
}

bool Polygon::crossesItself(const QList<Point> &corners)
{
    const qsizetype count = corners.size();
    for (qsizetype i = 0; i < count; ++i) {
        for (qsizetype j = i + 1; j < count; ++j) {
            if (corners[i] == corners[j]) // a repeated corner: two outlines that touch
                return true;
            if (cross(corners[i], corners[(i + 1) % count], corners[j], corners[(j + 1) % count]))
                return true;
        }
    }
    return false;
}

/// In a picture, y grows downwards. Therefore a positive value means right.
double Line::side(const Point &a, const Point &b, const Point &point)
{
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

std::optional<Line::Direction> Line::crossed(const Point &a, const Point &b, const Point &from, const Point &to)
{
    const double before = side(a, b, from);
    const double after = side(a, b, to);
    if (before * after >= 0 || side(from, to, a) * side(from, to, b) > 0)
        return std::nullopt;
    return after > 0 ? Direction::Right : Direction::Left;
}

double Line::distance(const Point &a, const Point &b, const Point &point)
{
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double squared = x * x + y * y;
    const double along = squared > 0 ? ((point.x - a.x) * x + (point.y - a.y) * y) / squared : 0;
    const double nearest = std::clamp(along, 0.0, 1.0);
    return std::hypot(point.x - a.x - nearest * x, point.y - a.y - nearest * y);
}
