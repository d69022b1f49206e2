// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

/// What stands before the lens.
class PictureSource
{
public:
    PictureSource() = default;
    PictureSource(const PictureSource &) = delete;
    PictureSource &operator=(const PictureSource &) = delete;
    virtual ~PictureSource() = default;

    virtual QSize size() const = 0;
    /// The next picture, one frame time after the last: I420, its planes without padding.
    virtual QByteArray next() = 0;
};
