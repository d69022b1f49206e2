// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

/// Images from untrusted sources. Every image that the server accepts from outside is decoded here, so that all of them
/// have the same limits.
namespace ImageFile {

/// Returns the decoded image in BGR, rotated as its EXIF data says. The size is checked before the pixels are decoded,
/// so that a small file cannot allocate gigabytes. A file is damaged if its decoder reports an error or a warning, such
/// as a missing end.
///
/// Throws: 413 `body_too_large` for more than maxFile bytes; 415 `image_type_unsupported` unless the file is a JPEG,
/// PNG, WebP, or BMP, and for CMYK colours; 422 `image_too_small`, `image_too_large` (in pixels), `image_animated`
/// (more than one frame), or `image_unreadable`.
QImage decoded(const QByteArray &file);

/// Returns the image as a JPEG that all viewers show alike: the file itself, or a new JPEG if the file has another
/// format or is rotated by its EXIF data.
///
/// Throws: like decoded().
QByteArray uprightJpeg(const QByteArray &file);

/// Returns the media type of a file that decoded() supports, such as image/png, or an empty text for other files.
QByteArray mediaType(const QByteArray &file);

constexpr qint64 maxFile = 64 << 20; ///< bytes of an image
constexpr qint64 maxBytes = 16 << 20; ///< bytes of an image in the body of a request
}
