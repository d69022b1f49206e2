// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// A size of pictures in pixels.
class Resolution
{
    Q_GADGET
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)

public:
    int width = 0;
    int height = 0;

    friend bool operator==(const Resolution &, const Resolution &) = default;
};
