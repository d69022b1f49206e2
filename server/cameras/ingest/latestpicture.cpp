// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/latestpicture.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/jpegencoder.h"
#include "server/cameras/ingest/segmentreader.h"

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

LatestPicture::LatestPicture() = default;
LatestPicture::~LatestPicture() = default;

std::optional<Preview> LatestPicture::firstOf(const std::vector<OpenSegment> &segments)
{
    if (segments.empty())
        return std::nullopt;
    SegmentReader reader(segments);
    const auto packet = Av::makePacket();
    if (!reader.open())
        return std::nullopt;
    while (reader.read(*packet)) {
        if (packet->stream_index != reader.video()->index)
            continue;
        LatestPicture picture;
        picture.setKeyFrame(*packet, std::make_shared<VideoFormat>(VideoFormat::announced(*reader.video())),
                            QDateTime::fromMSecsSinceEpoch(segments.front().name.startMs, Times::utc));
        return picture.snapshot();
    }
    return std::nullopt;
}

void LatestPicture::setKeyFrame(const AVPacket &packet, std::shared_ptr<const VideoFormat> format,
                                const QDateTime &time)
{
    auto shared = Av::share(packet);
    const std::scoped_lock lock(m_mutex);
    m_packet = std::move(shared);
    m_format = std::move(format);
    m_packetTime = time;
}

void LatestPicture::setFrame(const AVFrame &frame, const PictureShape &shape, const QDateTime &time)
{
    auto shared = Av::share(frame);
    const std::scoped_lock lock(m_mutex);
    m_frame.swap(shared);
    m_frameShape = shape;
    m_frameTime = time;
}

void LatestPicture::forgetUntil(const QDateTime &time)
{
    const std::scoped_lock lock(m_mutex);
    if (m_frameTime <= time)
        m_frame.reset();
    if (m_packetTime <= time)
        m_packet.reset();
    if (m_made.time <= time)
        m_made = {};
}

std::optional<Preview> LatestPicture::snapshot() const
{
    AvOwned<AVFrame> frame;
    AvOwned<AVPacket> packet;
    PictureShape shape;
    std::shared_ptr<const VideoFormat> format;
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
            shape = m_frameShape;
        } else {
            packet = Av::share(*m_packet);
            format = m_format;
        }
    }
    if (packet) {
        shape = format->shape();
        frame = decodeKeyFrame(*packet, *Av::copy(*format->parameters));
    }
    Preview preview{frame ? JpegEncoder().encode(*frame, shape) : QByteArray(), time};
    if (preview.jpeg.isEmpty())
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    m_made = preview;
    return preview;
}
