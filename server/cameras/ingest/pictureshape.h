// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QTransform>

/// How decoded pictures are shown: the shape of their pixels, and their rotation.
struct PictureShape
{
    int pixelWidth = 1; ///< relative to pixelHeight
    int pixelHeight = 1; ///< relative to pixelWidth
    QTransform turn; ///< rotation by a multiple of 90°, optionally mirrored

    /// Returns the shape for a display matrix in FFmpeg's form. The matrix may be empty. Other rotations than by
    /// multiples of 90° are ignored, and so are pixels that are more than eight times as long in one direction as in
    /// the other.
    static PictureShape of(int pixelWidth, int pixelHeight, const QByteArray &displayMatrix);

    /// Returns true if the rotation swaps width and height.
    bool swapsSides() const { return turn.m11() == 0; }
    /// Returns the size in square pixels of a picture whose size is `coded` when it is decoded, before the rotation.
    /// The shorter side of the pixels is stretched, so that no detail is lost.
    QSize stretched(QSize coded) const;
    /// Returns the size in square pixels of the upright picture whose size is `coded` when it is decoded.
    QSize shown(QSize coded) const;

    bool operator==(const PictureShape &) const = default;
};

/// Returns `size` scaled down to fit into `bounds`, with the same aspect ratio and an even width and height. Empty
/// bounds keep the size.
QSize fitted(QSize size, QSize bounds);
