// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <QByteArray>

#include <chrono>
#include <memory>

class SegmentSink;
class SoundTrack;
struct AVStream;
struct VideoFormat;

/// Copies the packets of one connection into the segments of a sink, without transcoding, as long as the format of the
/// video stays the same. A segment starts with a key frame and ends before the first key frame after its length. It is
/// written in parts of about a third of a second. If that key frame comes later than SegmentSink::extend() permits, the
/// segment ends earlier, and the next one continues between key frames.
class Segmenter
{
public:
    /// Returns true if a stream can be recorded in fragmented MP4. H.264, HEVC, and AV1 play in browsers; MPEG-4 Part 2
    /// and Motion JPEG play in media players.
    static bool accepts(const AVCodecParameters &parameters);

    /// `format` must be accepted by accepts(). `sound` may be null. The arguments must outlive this object.
    ///
    /// Throws: StreamFailure if the muxer refuses the format.
    Segmenter(SegmentSink &ring, const AVStream &video, const VideoFormat &format, const SoundTrack *sound,
              std::chrono::milliseconds length);
    /// Adds the unfinished last segment to the sink.
    ~Segmenter();

    /// Takes the next video packet. The first packet must be a key frame. `time` is its capture time since the epoch.
    void writeVideo(const AVPacket &packet, std::chrono::microseconds time);
    /// Takes the next packet that SoundTrack::take() returned. Packets before the first video packet are dropped.
    void writeAudio(const AVPacket &packet);
    /// Returns false if the disk has refused the last segment. The next segment is written nevertheless.
    bool isKeeping() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
