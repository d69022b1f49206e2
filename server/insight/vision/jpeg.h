// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

struct Picture;

/// Encodes and scales JPEG images.
namespace Jpeg {

/// Returns a picture as JPEG. A picture of 640 x 360 pixels takes a few milliseconds.
QByteArray encode(const Picture &picture);
/// Returns the size of an image in pixels, or an empty size if the image cannot be read.
QSize sizeOf(const QByteArray &jpeg);
/// Returns the image scaled down to fit into `bounds`, or an empty array if the image cannot be read.
QByteArray scaled(const QByteArray &jpeg, QSize bounds);
}
