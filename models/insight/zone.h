// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QList>
#include <QObject>

/// A point in a picture. Coordinates are fractions of the picture's width and height, from the top left corner.
class Point
{
    Q_GADGET
    Q_CLASSINFO("x.min", "0")
    Q_CLASSINFO("x.max", "1")
    Q_CLASSINFO("y.min", "0")
    Q_CLASSINFO("y.max", "1")
    Q_PROPERTY(double x MEMBER x REQUIRED)
    Q_PROPERTY(double y MEMBER y REQUIRED)

public:
    double x = 0;
    double y = 0;

    friend bool operator==(const Point &, const Point &) = default;
};

/// A zone of a camera's picture. An object is in the zone if the middle of the lower edge of its box is.
class Zone
{
    Q_GADGET
    Q_CLASSINFO("table", "zone")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO(
        "kind.doc",
        "include: motion outside such zones is ignored; exclude: motion in the zone is ignored; line: a line of two "
        "points that objects cross.")
    Q_CLASSINFO("polygon.doc", "3 to 20 corners in order. The outline must not cross itself. A line has 2 points.")
    Q_CLASSINFO("drawnFrom.max", "40")
    Q_CLASSINFO("drawnFrom.doc", "Id of the mark, photo, or video on whose picture the zone was drawn, if any.")
    Q_CLASSINFO("drawnAt.optional", "true")
    Q_CLASSINFO("drawnAt.doc", "When the camera took the picture on which the zone was drawn.")
    Q_CLASSINFO("drawnFrom.optional", "json")
    Q_PROPERTY(ZoneId zoneId MEMBER zoneId DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId REQUIRED)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(Kind kind MEMBER kind REQUIRED)
    Q_PROPERTY(QList<Point> polygon MEMBER polygon REQUIRED)
    Q_PROPERTY(QString drawnFrom MEMBER drawnFrom)
    Q_PROPERTY(QDateTime drawnAt MEMBER drawnAt)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class Kind { Include, Exclude, Line };
    Q_ENUM(Kind)

    ZoneId zoneId;
    DeviceId deviceId;
    QString name;
    Kind kind = Kind::Include;
    QList<Point> polygon;
    QString drawnFrom;
    QDateTime drawnAt;
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const Zone &, const Zone &) = default;
};
