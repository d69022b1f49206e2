// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/videoformat.h"

#include <mutex>

/// Holds the newest picture of one camera. While no frames are decoded, the object holds the packet of the last key
/// frame, and decodes it on request.
///
/// Thread: the ingest thread sets pictures; any thread calls snapshot().
class LatestPicture
{
public:
    LatestPicture();
    ~LatestPicture();

    /// Returns the first picture of the segments, or nothing if there are none. It is a key frame.
    static std::optional<Preview> firstOf(const std::vector<OpenSegment> &segments);

    void setKeyFrame(const AVPacket &packet, std::shared_ptr<const VideoFormat> format, const QDateTime &time);
    void setFrame(const AVFrame &frame, const PictureShape &shape, const QDateTime &time);
    /// Forgets the picture, unless it is later.
    void forgetUntil(const QDateTime &time);
    /// Returns the newest picture, or nothing before the first key frame and if the frame cannot be decoded. Blocks for
    /// some milliseconds, because it decodes and encodes the picture.
    std::optional<Preview> snapshot() const;

private:
    mutable std::mutex m_mutex;
    AvOwned<AVFrame> m_frame;
    PictureShape m_frameShape;
    QDateTime m_frameTime;
    AvOwned<AVPacket> m_packet;
    std::shared_ptr<const VideoFormat> m_format; ///< of m_packet
    QDateTime m_packetTime;
    mutable Preview m_made; ///< last result of snapshot(), cached because many callers request the same picture
};
