// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/jpegencoder.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace {
/// Quality on FFmpeg's scale from 2 (best) to 31. 4 corresponds to about 85 on the usual scale from 0 to 100.
constexpr int quality = 4;
}

JpegEncoder::JpegEncoder()
    : m_scaler(AV_PIX_FMT_YUVJ420P)
    , m_packet(Av::makePacket())
{
}

JpegEncoder::~JpegEncoder() = default;

/// Prepares the encoder for the size of a picture. Returns false on failure.
bool JpegEncoder::prepare(const AVFrame &picture)
{
    if (m_encoder && m_encoder->width == picture.width && m_encoder->height == picture.height)
        return true;
    const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    m_encoder.reset(avcodec_alloc_context3(codec));
    if (!m_encoder)
        return false;
    m_encoder->width = picture.width;
    m_encoder->height = picture.height;
    m_encoder->pix_fmt = AV_PIX_FMT_YUVJ420P;
    m_encoder->time_base = {1, 1000};
    m_encoder->thread_count = 1; // frame threads would delay the output
    m_encoder->flags |= AV_CODEC_FLAG_QSCALE;
    m_encoder->global_quality = FF_QP2LAMBDA * quality;
    if (avcodec_open2(m_encoder.get(), codec, nullptr) < 0)
        m_encoder.reset();
    return m_encoder != nullptr;
}

QByteArray JpegEncoder::encode(const AVFrame &frame, const PictureShape &shape, QSize bounds)
{
    AVFrame *picture = m_scaler.picture(frame, shape, bounds);
    if (!picture || !prepare(*picture))
        return {};
    picture->quality = m_encoder->global_quality;
    picture->pts = m_count++;
    if (avcodec_send_frame(m_encoder.get(), picture) < 0 || avcodec_receive_packet(m_encoder.get(), m_packet.get()) < 0)
        return {};
    QByteArray jpeg(reinterpret_cast<const char *>(m_packet->data), m_packet->size);
    av_packet_unref(m_packet.get());
    return jpeg;
}
