// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

/// Delivers the pictures of the simulated camera.
class PictureSource
{
public:
    PictureSource() = default;
    PictureSource(const PictureSource &) = delete;
    PictureSource &operator=(const PictureSource &) = delete;
    virtual ~PictureSource() = default;

    virtual QSize size() const = 0;
    /// Returns the next picture, one frame time after the previous one, as I420 planes without padding.
    virtual QByteArray next() = 0;
};
