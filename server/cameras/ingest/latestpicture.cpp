// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/latestpicture.h"

#include "server/cameras/ingest/jpegencoder.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace {
AvOwned<AVFrame> decode(const AVPacket &packet, const AVCodecParameters &parameters)
{
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec)
        return {};
    AvOwned<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    if (!decoder || avcodec_parameters_to_context(decoder.get(), &parameters) < 0)
        return {};
    decoder->thread_count = 1;
    auto frame = Av::makeFrame();
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0 || avcodec_send_packet(decoder.get(), &packet) < 0
        || avcodec_send_packet(decoder.get(), nullptr) < 0 || avcodec_receive_frame(decoder.get(), frame.get()) < 0)
        return {};
    return frame;
}
}

LatestPicture::LatestPicture() = default;
LatestPicture::~LatestPicture() = default;

void LatestPicture::setKeyFrame(const AVPacket &packet, const AVCodecParameters &parameters, const QDateTime &time)
{
    auto shared = Av::share(packet);
    auto copied = Av::copy(parameters);
    const std::scoped_lock lock(m_mutex);
    m_packet = std::move(shared);
    m_parameters = std::move(copied);
    m_packetTime = time;
}

void LatestPicture::setFrame(const AVFrame &frame, const QDateTime &time)
{
    auto shared = Av::share(frame);
    const std::scoped_lock lock(m_mutex);
    m_frame.swap(shared);
    m_frameTime = time;
}

std::optional<Preview> LatestPicture::snapshot() const
{
    AvOwned<AVFrame> frame;
    AvOwned<AVPacket> packet;
    AvOwned<AVCodecParameters> parameters;
    QDateTime time;
    {
        const std::scoped_lock lock(m_mutex);
        const bool decoded = m_frame && (!m_packet || m_frameTime >= m_packetTime);
        if (!decoded && !m_packet)
            return std::nullopt;
        time = decoded ? m_frameTime : m_packetTime;
        if (m_made.time == time)
            return m_made;
        if (decoded) {
            frame = Av::share(*m_frame);
        } else {
            packet = Av::share(*m_packet);
            parameters = Av::copy(*m_parameters);
        }
    }
    if (packet)
        frame = decode(*packet, *parameters);
    Preview preview{frame ? JpegEncoder().encode(*frame) : QByteArray(), time};
    if (preview.jpeg.isEmpty())
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    m_made = preview;
    return preview;
}
