// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <QByteArray>

#include <chrono>
#include <memory>

class SegmentRing;
struct AVStream;
struct VideoFormat;

/// Copies the packets of one connection, as they are, into the segments of a ring, as long as the format of the video
/// stays the same. A segment starts with a key frame and ends before the first key frame after its length. Where key
/// frames are farther apart than the ring allows a segment to be long, the next segment continues between key frames.
class Segmenter
{
public:
    /// Returns true if a stream can be recorded in fragmented MP4. H.264, HEVC, and AV1 play in browsers; MPEG-4 Part 2
    /// and Motion JPEG play in media players.
    static bool accepts(const AVCodecParameters &parameters);

    /// `format` must be accepted; `audio` may be null. The ring and the streams must outlive this object.
    ///
    /// Throws: StreamFailure if the muxer refuses the format.
    Segmenter(SegmentRing &ring, const AVStream &video, const VideoFormat &format, const AVStream *audio,
              std::chrono::milliseconds length);
    /// Adds the unfinished last segment to the ring.
    ~Segmenter();

    /// Takes the next video packet; the first one must be a key frame. `time` is when it was filmed, since the epoch.
    void writeVideo(const AVPacket &packet, std::chrono::microseconds time);
    void writeAudio(const AVPacket &packet);
    /// Returns false if the disk has refused the last segment. The next segment is tried again.
    bool isKeeping() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
