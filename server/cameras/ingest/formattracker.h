// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/videoformat.h"

#include <memory>

/// Follows the format of a video stream from picture to picture. A camera may change the picture size, the codec
/// parameters, the shape of the pixels, and the rotation at any key frame. Such a change appears only in the packets,
/// or in side data that the demuxer attaches to them.
class FormatTracker
{
public:
    explicit FormatTracker(const AVStream &stream);
    ~FormatTracker();

    /// Takes the next packet. Returns true if it is a key frame with a new format. format() returns the new format
    /// then. The first key frame that can be decoded always counts as a new format.
    bool follow(const AVPacket &packet);
    /// Returns the format of the last key frame; before that, the announced format.
    const std::shared_ptr<const VideoFormat> &format() const;
    /// Returns false if the last key frame was due to begin a new format, but could not be decoded.
    bool isDecodable() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
