// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/videoformat.h"

#include <memory>

/// Follows the format of a video stream from picture to picture. A camera may change its size, its codec parameters,
/// the shape of its pixels, and its rotation at any key frame, and tells so in the packets alone, or in side data that
/// the demuxer attaches.
class FormatTracker
{
public:
    explicit FormatTracker(const AVStream &stream);
    ~FormatTracker();

    /// Takes the next packet. Returns true if it is a key frame with a new format, which is then format(). The first
    /// key frame that can be decoded always has a new format.
    bool follow(const AVPacket &packet);
    /// Returns the format of the last key frame; before that, the announced format.
    const std::shared_ptr<const VideoFormat> &format() const;
    /// Returns false if the last key frame should have begun a format, but could not be decoded.
    bool isDecodable() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
