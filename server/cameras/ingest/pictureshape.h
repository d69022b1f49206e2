// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QTransform>

/// How decoded pictures are shown: the shape of their pixels, and how far they are turned.
struct PictureShape
{
    int pixelWidth = 1; ///< in relation to pixelHeight
    int pixelHeight = 1;
    QTransform turn; ///< by quarters of a circle, mirrored or not

    /// Returns the shape for a display matrix in FFmpeg's form, which may be empty. Other turns than by quarters of a
    /// circle are ignored, as are pixels more than eight times as wide as high, or as high as wide.
    static PictureShape of(int pixelWidth, int pixelHeight, const QByteArray &displayMatrix);

    bool swapsSides() const { return turn.m11() == 0; }
    /// Returns the size in square pixels of a picture that is decoded in the size `coded`, before it is turned. The
    /// shorter side of the pixels is stretched, so that no detail is lost.
    QSize stretched(QSize coded) const;
    /// Returns the size in square pixels of the upright picture.
    QSize shown(QSize coded) const;

    bool operator==(const PictureShape &) const = default;
};

/// Returns `size` scaled down to fit into `bounds`, with the same aspect ratio and an even width and height. Empty
/// bounds keep the size.
QSize fitted(QSize size, QSize bounds);
