// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentring.h"

#include <memory>
#include <span>

struct AVPacket;
struct AVStream;

/// Reads segments with the same initialization section as one stream. The files are read from their beginning, by one
/// reader at a time.
class SegmentReader
{
public:
    explicit SegmentReader(std::span<const SegmentRing::OpenSegment> segments);
    ~SegmentReader();

    /// Returns false if the files cannot be demuxed or have no video.
    bool open();
    /// Reads the next packet. Returns false at the end and on errors.
    bool read(AVPacket &packet);
    const AVStream *video() const;
    const AVStream *audio() const; ///< null if there is no audio

private:
    class Private;
    std::unique_ptr<Private> d;
};
