// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/imagefile.h"

#include "server/core/http/problem.h"

#include <QBuffer>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostPixels = 40'000'000;
constexpr int leastSide = 16;

Problem refused(int status, const QString &code, const QString &detail) { return Problem(status, code, detail); }

bool isKnown(const QByteArray &format)
{
    return format == "jpeg" || format == "png" || format == "webp" || format == "bmp";
}

/// A JPEG that breaks off is filled with grey by its library, without a word.
bool breaksOff(const QByteArray &format, const QByteArray &file)
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
        throw refused(415, u"image_type_unsupported"_s, u"This is no JPEG, PNG, WebP or BMP picture."_s);
    const QSize size = reader.size();
    if (!size.isValid())
        throw refused(422, u"image_unreadable"_s, u"This picture is damaged."_s);
    if (qint64(size.width()) * size.height() > mostPixels)
        throw refused(422, u"image_too_large"_s, u"A picture has 40 million pixels at most."_s);
    if (std::min(size.width(), size.height()) < leastSide)
        throw refused(422, u"image_too_small"_s, u"A picture has 16 pixels each way at least."_s);
    QImage image;
    if (breaksOff(format, file) || !reader.read(&image))
        throw refused(422, u"image_unreadable"_s, u"This picture is damaged."_s);
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
