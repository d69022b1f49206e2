// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/jpeg.h"

#include "server/cameras/ingest/framesink.h"

#include <opencv2/imgproc.hpp>
#include <turbojpeg.h>

#include <algorithm>
#include <memory>

namespace {
using Handle = std::unique_ptr<void, decltype(&tjDestroy)>;

const uchar *bytes(const QByteArray &array) { return reinterpret_cast<const uchar *>(array.constData()); }

QByteArray encoded(const uchar *bgr, int width, int height, int stride, int quality)
{
    const Handle encoder(tjInitCompress(), &tjDestroy);
    uchar *buffer = nullptr;
    unsigned long size = 0;
    const int failed = tjCompress2(encoder.get(), bgr, width, stride, height, TJPF_BGR, &buffer, &size, TJSAMP_420,
                                   quality, TJFLAG_FASTDCT);
    const QByteArray jpeg = failed ? QByteArray() : QByteArray(reinterpret_cast<const char *>(buffer), qsizetype(size));
    tjFree(buffer);
    return jpeg;
}

/// Returns the smallest of the sizes at which the decoder can produce the image that is not below `wanted`. It takes a
/// fraction of the time of decoding the whole image.
QSize decodingSize(const QSize &size, const QSize &wanted)
{
    int count = 0;
    const tjscalingfactor *factors = tjGetScalingFactors(&count);
    QSize best = size;
    for (int i = 0; i < count; ++i) {
        const QSize scaled(TJSCALED(size.width(), factors[i]), TJSCALED(size.height(), factors[i]));
        const bool enough = scaled.width() >= wanted.width() && scaled.height() >= wanted.height();
        if (enough && scaled.width() < best.width())
            best = scaled;
    }
    return best;
}

cv::Mat decoded(const QByteArray &jpeg, const QSize &size)
{
    const Handle decoder(tjInitDecompress(), &tjDestroy);
    cv::Mat image(size.height(), size.width(), CV_8UC3);
    const int failed = tjDecompress2(decoder.get(), bytes(jpeg), static_cast<unsigned long>(jpeg.size()), image.data,
                                     size.width(), int(image.step), size.height(), TJPF_BGR, 0);
    return failed ? cv::Mat() : image;
}
}

QByteArray Jpeg::encode(const Picture &picture)
{
    return encoded(picture.bgr, picture.width, picture.height, int(picture.stride), 90);
}

QSize Jpeg::sizeOf(const QByteArray &jpeg)
{
    const Handle decoder(tjInitDecompress(), &tjDestroy);
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colors = 0;
    const int failed = tjDecompressHeader3(decoder.get(), bytes(jpeg), static_cast<unsigned long>(jpeg.size()), &width,
                                           &height, &sampling, &colors);
    return failed ? QSize() : QSize(width, height);
}

QByteArray Jpeg::scaled(const QByteArray &jpeg, QSize bounds)
{
    const QSize size = sizeOf(jpeg);
    if (size.isEmpty())
        return {};
    const bool fits = size.width() <= bounds.width() && size.height() <= bounds.height();
    const QSize wanted = fits ? size : size.scaled(bounds, Qt::KeepAspectRatio).expandedTo({1, 1});
    const cv::Mat image = decoded(jpeg, decodingSize(size, wanted));
    if (image.empty())
        return {};
    cv::Mat small;
    cv::resize(image, small, {wanted.width(), wanted.height()}, 0, 0, cv::INTER_AREA);
    return encoded(small.data, small.cols, small.rows, int(small.step), 80);
}
