// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

/// Images from untrusted sources.
namespace ImageFile {

/// Returns the decoded image in BGR, rotated as its EXIF data says. The size is checked before the pixels are decoded,
/// so that a small file cannot allocate gigabytes.
///
/// Throws: 415 `image_type_unsupported` unless the file is a JPEG, PNG, WebP, or BMP; 422 `image_too_small`,
/// `image_too_large` (in pixels), or `image_unreadable`.
QImage decoded(const QByteArray &file);

/// Returns the media type of a file that decoded() supports, such as image/png, or an empty text for other files.
QByteArray mediaType(const QByteArray &file);

constexpr qint64 maxBytes = 16 << 20;
}
