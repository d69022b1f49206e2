// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/ringfile.h"

#include <memory>
#include <span>

struct AVPacket;
struct AVStream;

/// Reads the packets of consecutive segments that have the same initialization section.
class SegmentReader
{
public:
    /// `segments` must not be empty. The reader seeks in the open files, so only one reader at a time may use them.
    explicit SegmentReader(std::span<const OpenSegment> segments);
    ~SegmentReader();

    /// Opens the files. Returns false if they cannot be demuxed or have no video. The other functions require success.
    bool open();
    /// Reads the next packet. Returns false at the end and on errors.
    bool read(AVPacket &packet);
    /// Returns the index of the segment that contains the packet of the last read().
    std::size_t segmentOf(const AVPacket &packet) const;
    const AVStream *video() const;
    /// Returns null if there is no audio.
    const AVStream *audio() const;
    /// Returns what the initialization section says about the video.
    TrackInfo track() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
