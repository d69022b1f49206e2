// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <memory>
#include <vector>

/// The sound of one connection as it is recorded: AAC is copied, and G.711, which MP4 players do not support, becomes
/// AAC. The headers of the packets in transport streams (ADTS) become the track's description.
///
/// Thread: one at a time.
class SoundTrack
{
public:
    /// Returns true if sound of this format can be recorded.
    static bool accepts(const AVCodecParameters &parameters);

    /// `input` must be accepted by accepts(), and outlive this object.
    ///
    /// Throws: StreamFailure if FFmpeg lacks the encoder.
    explicit SoundTrack(const AVStream &input);
    ~SoundTrack();

    /// Returns the format that is recorded.
    const AVCodecParameters &parameters() const;
    /// Returns the unit of the timestamps of take().
    AVRational timeBase() const;
    /// Takes the next packet of the camera, and returns the packets to record. Timestamps are those of the sound
    /// itself: a gap in it is a gap in what is recorded.
    std::vector<AvOwned<AVPacket>> take(const AVPacket &packet);

private:
    class Encoder;
    void describe();
    std::vector<AvOwned<AVPacket>> withoutHeader(const AVPacket &packet);

    const AVStream &m_input;
    std::unique_ptr<Encoder> m_encoder; ///< null: packets are copied
    AvOwned<AVCodecParameters> m_described; ///< of packets with ADTS headers; null: no headers
    AvOwned<AVBSFContext> m_headerFilter; ///< removes ADTS headers
};
