// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/imagefile.h"

#include "server/core/http/problem.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>
#include <QTransform>

#include <turbojpeg.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxPixels = 40'000'000;
constexpr int minSide = 16; // pixels
/// Qt's own limit in MiB. An image of maxPixels with 16 bits per channel needs 305 MiB.
constexpr int allocationLimit = 320;
constexpr int jpegQuality = 92;

Problem unreadable() { return {422, u"image_unreadable"_s, u"The image is damaged."_s}; }

bool isKnown(const QByteArray &format)
{
    return format == "jpeg" || format == "png" || format == "webp" || format == "bmp";
}

void requireSize(const QSize &size)
{
    if (size.isEmpty())
        throw unreadable();
    if (qint64(size.width()) * size.height() > maxPixels)
        throw Problem(422, u"image_too_large"_s, u"The image must not have more than 40 million pixels."_s);
    if (std::min(size.width(), size.height()) < minSide)
        throw Problem(422, u"image_too_small"_s, u"The image must be at least 16 pixels wide and high."_s);
}

/// Returns the pixels of a JPEG as they are stored. Qt's decoder fills the missing part of a truncated file with grey
/// and reports no error.
QImage jpegPixels(const QByteArray &file)
{
    const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), &tjDestroy);
    const auto *bytes = reinterpret_cast<const uchar *>(file.constData());
    const auto count = static_cast<unsigned long>(file.size());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colors = 0;
    if (tjDecompressHeader3(decoder.get(), bytes, count, &width, &height, &sampling, &colors) != 0)
        throw unreadable();
    if (colors == TJCS_CMYK || colors == TJCS_YCCK)
        throw Problem(415, u"image_type_unsupported"_s, u"The image has CMYK colors. Convert it to RGB."_s);
    requireSize({width, height});
    QImage image(width, height, QImage::Format_BGR888);
    // Each scan of a progressive JPEG costs the time of a whole image.
    constexpr int flags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
    if (image.isNull()
        || tjDecompress2(decoder.get(), bytes, count, image.bits(), width, int(image.bytesPerLine()), height, TJPF_BGR,
                         flags)
            != 0)
        throw unreadable();
    return image;
}

/// Returns the image after the transformation of its EXIF data. Qt defines a transformation as mirroring followed by
/// rotation.
QImage upright(QImage image, QImageIOHandler::Transformations transformation)
{
    const bool mirror = transformation.testFlag(QImageIOHandler::TransformationMirror);
    const bool flip = transformation.testFlag(QImageIOHandler::TransformationFlip);
    if (mirror || flip)
        image = std::move(image).mirrored(mirror, flip);
    return transformation.testFlag(QImageIOHandler::TransformationRotate90) ? image.transformed(QTransform().rotate(90))
                                                                            : image;
}

/// Returns true for a BMP that is shorter than the size in its header. Qt's decoder leaves the missing part black and
/// reports no error.
bool isTruncatedBmp(const QByteArray &format, const QByteArray &file)
{
    constexpr qsizetype sizeAt = 2; // bfSize of BITMAPFILEHEADER
    return format == "bmp" && file.size() < qFromLittleEndian<quint32>(file.constData() + sizeAt);
}

/// Returns the PNG without its text and palette chunks. Qt's decoder would decompress them and keep them, so that a
/// small file with thousands of them would fill the memory.
QByteArray withoutTexts(const QByteArray &png)
{
    constexpr qsizetype signature = 8; // bytes
    constexpr qsizetype frame = 12; // bytes for length, type, and checksum of a chunk
    static const QByteArrayList removed{"tEXt", "zTXt", "iTXt", "sPLT"};
    QByteArray kept = png.left(signature);
    kept.reserve(png.size());
    qsizetype at = signature;
    while (at + frame <= png.size()) {
        const auto whole = frame + qsizetype(qFromBigEndian<quint32>(png.constData() + at));
        if (!removed.contains(png.mid(at + 4, 4)))
            kept += png.mid(at, whole);
        at += whole;
    }
    return kept + png.mid(at);
}

/// Throws unless a JPEG has at most 1000 segments before its first scan. Qt's decoder keeps the segments in a list that
/// it searches for each further one.
void requireFewSegments(const QByteArray &jpeg)
{
    constexpr int most = 1000;
    const auto byte = [&jpeg](qsizetype at) { return quint8(jpeg[at]); };
    int segments = 0;
    for (qsizetype at = 2; at + 4 <= jpeg.size() && byte(at) == 0xff;) {
        const quint8 marker = byte(at + 1);
        const bool alone = marker == 0x01 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd7);
        if (marker == 0xda || marker == 0xd9) // start of scan, end of image
            return;
        if (++segments > most)
            throw unreadable();
        at += marker == 0xff ? 1 : alone ? 2 : 2 + qFromBigEndian<quint16>(jpeg.constData() + at + 2);
    }
}

/// Decodes the image. Sets `plainJpeg` to true if the file is a JPEG without EXIF rotation.
QImage read(const QByteArray &file, bool &plainJpeg)
{
    static const bool limited = (QImageReader::setAllocationLimit(allocationLimit), true);
    Q_UNUSED(limited)
    if (file.size() > ImageFile::maxFile)
        throw Problem(413, u"body_too_large"_s, u"The image must not exceed 64 MiB."_s);
    QBuffer buffer;
    buffer.setData(file.startsWith("\x89PNG") ? withoutTexts(file) : file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (!isKnown(format))
        throw Problem(415, u"image_type_unsupported"_s, u"The image is not a JPEG, PNG, WebP, or BMP."_s);
    if (format == "jpeg")
        requireFewSegments(file);
    const auto transformation = reader.transformation();
    plainJpeg = format == "jpeg" && transformation == QImageIOHandler::TransformationNone;
    QImage image;
    if (format == "jpeg") {
        image = upright(jpegPixels(file), transformation);
    } else {
        requireSize(reader.size());
        if (reader.imageCount() > 1)
            throw Problem(422, u"image_animated"_s, u"The image must not have more than one frame."_s);
        if (isTruncatedBmp(format, file) || !reader.read(&image))
            throw unreadable();
    }
    image.convertTo(QImage::Format_BGR888);
    return image;
}
}

QImage ImageFile::decoded(const QByteArray &file)
{
    bool plainJpeg = false;
    return read(file, plainJpeg);
}

QByteArray ImageFile::uprightJpeg(const QByteArray &file)
{
    bool plainJpeg = false;
    const QImage image = read(file, plainJpeg);
    if (plainJpeg)
        return file;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "JPEG", jpegQuality))
        throw unreadable();
    return buffer.data();
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
