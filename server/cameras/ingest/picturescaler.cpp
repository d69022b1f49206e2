// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/picturescaler.h"

#include <QImage>

#include <opencv2/imgproc.hpp>

extern "C" {
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

#include <algorithm>
#include <cstring>

namespace {
/// Rows that OpenCV scales at once. It would divide more of them between threads, which takes longer for a picture.
constexpr int band = 64;

/// Returns one plane of a frame as an image that shares the pixels.
QImage plane(const AVFrame &frame, int number)
{
    if (frame.format == AV_PIX_FMT_BGR24)
        return {frame.data[0], frame.width, frame.height, frame.linesize[0], QImage::Format_BGR888};
    const int part = number == 0 ? 1 : 2; // the chroma planes have half the width and height
    return {frame.data[number], frame.width / part, frame.height / part, frame.linesize[number],
            QImage::Format_Grayscale8};
}
}

bool PictureScaler::require(AvOwned<AVFrame> &frame, QSize size, int pixelFormat)
{
    if (frame && frame->width == size.width() && frame->height == size.height() && frame->format == pixelFormat)
        return av_frame_make_writable(frame.get()) >= 0;
    frame = Av::makeFrame();
    frame->format = pixelFormat;
    frame->width = size.width();
    frame->height = size.height();
    return av_frame_get_buffer(frame.get(), 0) >= 0;
}

bool PictureScaler::convert(AvOwned<SwsContext> &context, const AVFrame &from, AvOwned<AVFrame> &to, QSize size,
                            int pixelFormat) const
{
    // BGR pictures are for motion detection and neural networks, for which fast scaling is good enough.
    const int quality = m_pixelFormat == AV_PIX_FMT_BGR24 ? SWS_FAST_BILINEAR : SWS_BILINEAR;
    context.reset(sws_getCachedContext(context.release(), from.width, from.height, AVPixelFormat(from.format),
                                       size.width(), size.height(), AVPixelFormat(pixelFormat), quality, nullptr,
                                       nullptr, nullptr));
    if (!context || !require(to, size, pixelFormat))
        return false;
    sws_scale(context.get(), from.data, from.linesize, 0, from.height, to->data, to->linesize);
    return true;
}

bool PictureScaler::scale(const AVFrame &frame, QSize size)
{
    const bool isPlanar = frame.format == AV_PIX_FMT_YUV420P || frame.format == AV_PIX_FMT_YUVJ420P;
    if (m_pixelFormat != AV_PIX_FMT_BGR24 || !isPlanar || QSize(frame.width, frame.height) == size)
        return convert(m_context, frame, m_scaled, size, m_pixelFormat);
    // FFmpeg has fast code for scaling alone, and for converting alone. Both together take half to two thirds of the
    // time of doing both at once.
    const AVFrame *half = halved(frame, size);
    if (half && QSize(half->width, half->height) == size)
        return convert(m_context, *half, m_scaled, size, m_pixelFormat);
    return half && convert(m_reducer, *half, m_reduced, size, frame.format)
        && convert(m_context, *m_reduced, m_scaled, size, m_pixelFormat);
}

const AVFrame *PictureScaler::halved(const AVFrame &frame, QSize size)
{
    const AVFrame *half = &frame;
    // The chroma planes have half the width and height, and must have whole halves, too.
    const auto canBeHalved = [&] {
        return half->width >= 2 * size.width() && half->height >= 2 * size.height() && half->width % 4 == 0
            && half->height % 4 == 0 && half->linesize[0] > 0;
    };
    for (size_t level = 0; canBeHalved(); ++level) {
        if (level == m_halves.size())
            m_halves.emplace_back();
        if (!require(m_halves[level], {half->width / 2, half->height / 2}, frame.format))
            return nullptr;
        halve(*half, *m_halves[level]);
        half = m_halves[level].get();
    }
    return half;
}

void PictureScaler::halve(const AVFrame &from, AVFrame &to)
{
    for (int number = 0; number < 3; ++number) {
        const int part = number == 0 ? 1 : 2; // the chroma planes have half the width and height
        const cv::Mat large(from.height / part, from.width / part, CV_8UC1, from.data[number],
                            size_t(from.linesize[number]));
        const cv::Mat small(to.height / part, to.width / part, CV_8UC1, to.data[number], size_t(to.linesize[number]));
        for (int row = 0; row < small.rows; row += band) {
            const int end = std::min(row + band, small.rows);
            cv::Mat rows = small.rowRange(row, end);
            cv::resize(large.rowRange(2 * row, 2 * end), rows, rows.size(), 0, 0, cv::INTER_AREA);
        }
    }
}

void PictureScaler::turn(const QTransform &how)
{
    const int planes = m_pixelFormat == AV_PIX_FMT_BGR24 ? 1 : 3;
    for (int number = 0; number < planes; ++number) {
        const QImage turned = plane(*m_scaled, number).transformed(how);
        QImage to = plane(*m_turned, number);
        for (int row = 0; row < to.height(); ++row)
            std::memcpy(to.scanLine(row), turned.constScanLine(row), size_t(to.width() * to.depth() / 8));
    }
}

AVFrame *PictureScaler::picture(const AVFrame &frame, const PictureShape &shape, QSize bounds)
{
    const QSize size =
        fitted(shape.stretched({frame.width, frame.height}), shape.swapsSides() ? bounds.transposed() : bounds);
    if (!scale(frame, size))
        return nullptr;
    if (shape.turn.isIdentity())
        return m_scaled.get();
    if (!require(m_turned, shape.swapsSides() ? size.transposed() : size, m_pixelFormat))
        return nullptr;
    turn(shape.turn);
    return m_turned.get();
}
