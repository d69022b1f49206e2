// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// A rectangle in a picture. Coordinates are fractions of the picture's width and height, from the top left corner.
class Box
{
    Q_GADGET
    Q_CLASSINFO("x.min", "0")
    Q_CLASSINFO("x.max", "1")
    Q_CLASSINFO("y.min", "0")
    Q_CLASSINFO("y.max", "1")
    Q_CLASSINFO("width.min", "0")
    Q_CLASSINFO("width.max", "1")
    Q_CLASSINFO("height.min", "0")
    Q_CLASSINFO("height.max", "1")
    Q_PROPERTY(double x MEMBER x REQUIRED)
    Q_PROPERTY(double y MEMBER y REQUIRED)
    Q_PROPERTY(double width MEMBER width REQUIRED)
    Q_PROPERTY(double height MEMBER height REQUIRED)

public:
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    friend bool operator==(const Box &, const Box &) = default;
};
