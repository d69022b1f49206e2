// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

struct Picture;

/// Pictures as files.
namespace Jpeg {

/// Some milliseconds for 640 by 360.
QByteArray encode(const Picture &picture);
/// Of the picture in the file; empty when it cannot be read.
QSize sizeOf(const QByteArray &jpeg);
/// The same picture, to fit into that size. Empty when it cannot be read.
QByteArray scaled(const QByteArray &jpeg, QSize bounds);
}
