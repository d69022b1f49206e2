// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/mediahub.h"

#include <mutex>

/// The newest picture of one camera, for whoever asks. While nobody needs decoded frames it keeps the last key frame's
/// packet, and decodes that when it is asked. The ingest thread writes, any may read.
class LatestPicture
{
public:
    LatestPicture();
    ~LatestPicture();

    void setKeyFrame(const AVPacket &packet, const AVCodecParameters &parameters, const QDateTime &time);
    void setFrame(const AVFrame &frame, const QDateTime &time);
    /// Nothing before the first key frame, and for one that cannot be decoded.
    std::optional<Preview> snapshot() const;

private:
    mutable std::mutex m_mutex;
    AvOwned<AVFrame> m_frame;
    QDateTime m_frameTime;
    AvOwned<AVPacket> m_packet;
    AvOwned<AVCodecParameters> m_parameters;
    QDateTime m_packetTime;
    mutable Preview m_made; ///< the last answer: many may ask for the same picture
};
