// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/jpegencoder.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libswscale/swscale.h>
}

#include <algorithm>

namespace {
/// FFmpeg's quality scale from 2 (best) to 31. 4 corresponds to about 85 on the usual scale of 100.
constexpr int quality = 4;
}

QSize fitted(QSize size, QSize bounds)
{
    if (!bounds.isEmpty() && (size.width() > bounds.width() || size.height() > bounds.height()))
        size.scale(bounds, Qt::KeepAspectRatio);
    return {std::max(2, size.width() & ~1), std::max(2, size.height() & ~1)};
}

JpegEncoder::JpegEncoder()
    : m_packet(Av::makePacket())
{
}

JpegEncoder::~JpegEncoder() = default;

/// Prepares the scaler, the encoder, and the scaled frame for the size. Returns false on failure.
bool JpegEncoder::prepare(const AVFrame &frame, QSize size)
{
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, AVPixelFormat(frame.format),
                                        size.width(), size.height(), AV_PIX_FMT_YUVJ420P, SWS_BILINEAR, nullptr,
                                        nullptr, nullptr));
    if (m_encoder && m_encoder->width == size.width() && m_encoder->height == size.height())
        return m_scaler != nullptr;

    const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    m_encoder.reset(avcodec_alloc_context3(codec));
    if (!m_encoder || !m_scaler)
        return false;
    m_encoder->width = size.width();
    m_encoder->height = size.height();
    m_encoder->pix_fmt = AV_PIX_FMT_YUVJ420P;
    m_encoder->time_base = {1, 1000};
    m_encoder->thread_count = 1; // frame threads would delay the output
    m_encoder->flags |= AV_CODEC_FLAG_QSCALE;
    m_encoder->global_quality = FF_QP2LAMBDA * quality;
    if (avcodec_open2(m_encoder.get(), codec, nullptr) < 0) {
        m_encoder.reset();
        return false;
    }
    m_scaled = Av::makeFrame();
    m_scaled->format = AV_PIX_FMT_YUVJ420P;
    m_scaled->width = size.width();
    m_scaled->height = size.height();
    m_scaled->quality = m_encoder->global_quality;
    return av_frame_get_buffer(m_scaled.get(), 0) >= 0;
}

QByteArray JpegEncoder::encode(const AVFrame &frame, QSize bounds)
{
    if (!prepare(frame, fitted({frame.width, frame.height}, bounds)) || av_frame_make_writable(m_scaled.get()) < 0)
        return {};
    sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, m_scaled->data, m_scaled->linesize);
    ++m_scaled->pts;
    if (avcodec_send_frame(m_encoder.get(), m_scaled.get()) < 0
        || avcodec_receive_packet(m_encoder.get(), m_packet.get()) < 0)
        return {};
    QByteArray jpeg(reinterpret_cast<const char *>(m_packet->data), m_packet->size);
    av_packet_unref(m_packet.get());
    return jpeg;
}
