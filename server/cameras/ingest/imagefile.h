// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

/// Pictures that strangers send.
namespace ImageFile {

/// The picture, turned upright as its EXIF says, in BGR. Its size is read before its pixels are, so that a small file
/// cannot claim gigabytes. Throws Problem: 415 `image_type_unsupported` for what is no JPEG, PNG, WebP or BMP; 422
/// `image_too_small`, `image_too_large` (in pixels) and `image_unreadable`.
QImage decoded(const QByteArray &file);

/// Of what decoded() takes, such as image/png; empty for anything else.
QByteArray mediaType(const QByteArray &file);

constexpr qint64 mostBytes = 16 << 20;
}
