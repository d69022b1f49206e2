// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/imagefile.h"

#include "server/core/http/problem.h"

#include <QBuffer>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxPixels = 40'000'000;
constexpr int minSide = 16; // pixels

bool isKnown(const QByteArray &format)
{
    return format == "jpeg" || format == "png" || format == "webp" || format == "bmp";
}

/// Returns true for a JPEG without an end marker. The JPEG library fills the missing part with grey and reports no
/// error.
bool isTruncated(const QByteArray &format, const QByteArray &file)
{
    return format == "jpeg" && file.lastIndexOf(QByteArrayLiteral("\xff\xd9")) < 0;
}
}

QImage ImageFile::decoded(const QByteArray &file)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (!isKnown(format))
        throw Problem(415, u"image_type_unsupported"_s, u"The image is not a JPEG, PNG, WebP, or BMP."_s);
    const Problem unreadable(422, u"image_unreadable"_s, u"The image is damaged."_s);
    const QSize size = reader.size();
    if (!size.isValid())
        throw unreadable;
    if (qint64(size.width()) * size.height() > maxPixels)
        throw Problem(422, u"image_too_large"_s, u"The image must not have more than 40 million pixels."_s);
    if (std::min(size.width(), size.height()) < minSide)
        throw Problem(422, u"image_too_small"_s, u"The image must be at least 16 pixels wide and high."_s);
    QImage image;
    if (isTruncated(format, file) || !reader.read(&image))
        throw unreadable;
    image.convertTo(QImage::Format_BGR888);
    return image;
}

QByteArray ImageFile::mediaType(const QByteArray &file)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    return isKnown(format) ? "image/" + format : QByteArray();
}
