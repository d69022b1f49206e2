// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/picturescaler.h"

#include <QImage>

extern "C" {
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

#include <cstring>

namespace {
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

/// Makes `frame` a writable frame of the given size. Returns false on failure.
bool PictureScaler::require(AvOwned<AVFrame> &frame, QSize size) const
{
    if (frame && frame->width == size.width() && frame->height == size.height())
        return av_frame_make_writable(frame.get()) >= 0;
    frame = Av::makeFrame();
    frame->format = m_pixelFormat;
    frame->width = size.width();
    frame->height = size.height();
    return av_frame_get_buffer(frame.get(), 0) >= 0;
}

bool PictureScaler::scale(const AVFrame &frame, QSize size)
{
    // BGR pictures are for motion detection and neural networks, for which fast scaling is good enough.
    const int quality = m_pixelFormat == AV_PIX_FMT_BGR24 ? SWS_FAST_BILINEAR : SWS_BILINEAR;
    m_context.reset(sws_getCachedContext(m_context.release(), frame.width, frame.height, AVPixelFormat(frame.format),
                                         size.width(), size.height(), AVPixelFormat(m_pixelFormat), quality, nullptr,
                                         nullptr, nullptr));
    if (!m_context || !require(m_scaled, size))
        return false;
    sws_scale(m_context.get(), frame.data, frame.linesize, 0, frame.height, m_scaled->data, m_scaled->linesize);
    return true;
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
    if (!require(m_turned, shape.swapsSides() ? size.transposed() : size))
        return nullptr;
    turn(shape.turn);
    return m_turned.get();
}
