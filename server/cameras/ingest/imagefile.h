// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

/// Decodes images from untrusted sources. Every image that the server accepts from outside is decoded here, so that the
/// same limits apply to all of them.
namespace ImageFile {

/// Returns the decoded image in BGR, rotated according to its EXIF data. The size is checked before the pixels are
/// decoded, so that a small file cannot allocate gigabytes. A file counts as damaged if its decoder reports an error or
/// a warning, such as a missing end.
///
/// Throws: 413 `body_too_large` for more than maxFile bytes; 415 `image_type_unsupported` unless the file is a JPEG,
/// PNG, WebP, or BMP, and for CMYK colors; 422 `image_too_small`, `image_too_large` (in pixels), `image_animated`
/// (more than one frame), or `image_unreadable` (damaged).
QImage decoded(const QByteArray &file);

/// Returns the image as an upright JPEG without EXIF rotation, which not all viewers apply. Returns the file itself if
/// it is one.
///
/// Throws: like decoded().
QByteArray uprightJpeg(const QByteArray &file);

/// Returns the media type of a file in a format that decoded() supports, such as image/png, or an empty array for other
/// files.
QByteArray mediaType(const QByteArray &file);

constexpr qint64 maxFile = 64 << 20; ///< maximum size of an image in bytes
constexpr qint64 maxBytes = 16 << 20; ///< maximum size of an image in the body of a request, in bytes
}
