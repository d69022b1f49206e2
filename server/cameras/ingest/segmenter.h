// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <QByteArray>

#include <chrono>
#include <memory>

class SegmentRing;
struct AVStream;

/// Copies one connection's packets, as they are, into the segments of a ring. A segment starts with a key frame and
/// ends before the first one that comes when it is long enough.
class Segmenter
{
public:
    /// Whether a stream goes into fragmented MP4 in a way that players of HLS understand.
    static bool accepts(const AVCodecParameters &parameters);

    /// `video` must be accepted; `audio` may be null. The ring must outlive this.
    Segmenter(SegmentRing &ring, const AVStream &video, const AVStream *audio, std::chrono::milliseconds length);
    /// Keeps what is there of the last segment.
    ~Segmenter();

    /// The next video packet; the first one must be a key frame. `time` is when it was filmed, since the epoch. Throws
    /// StreamFailure when no key frame comes for so long that memory would suffer.
    void writeVideo(const AVPacket &packet, std::chrono::microseconds time);
    void writeAudio(const AVPacket &packet);
    /// False once the disk has refused a segment; it is tried again with the next.
    bool isKeeping() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
