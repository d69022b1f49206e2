// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentring.h"

#include <memory>
#include <span>

struct AVPacket;
struct AVStream;

/// Reads segments that share an initialization section as the one stream that they are.
class SegmentReader
{
public:
    explicit SegmentReader(std::span<const SegmentRing::OpenSegment> segments);
    ~SegmentReader();

    /// False when the files cannot be understood.
    bool open();
    /// False at the end, and at what cannot be read.
    bool read(AVPacket &packet);
    const AVStream *video() const;
    const AVStream *audio() const; ///< null: none

private:
    class Private;
    std::unique_ptr<Private> d;
};
