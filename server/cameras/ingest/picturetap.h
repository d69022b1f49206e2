// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

class FrameSink;
class LatestPicture;
class MediaClock;
class MjpegFeed;
struct AVPacket;
struct AVStream;
struct MediaSettings;
struct VideoFormat;

/// Decodes the video of one connection as long as its format stays the same, but only while pictures are needed. Passes
/// upright pictures with square pixels to the sink, to the viewers of the MJPEG feed, and to LatestPicture.
class PictureTap
{
public:
    /// Where pictures go.
    struct Targets
    {
        FrameSink *sink; ///< may be null
        MjpegFeed &feed;
        LatestPicture &latest;
        /// While it is true, another stream of the camera shows the pictures, and only LatestPicture gets key frames.
        /// May be null.
        const std::atomic<bool> *covered = nullptr;
    };

    /// The arguments must outlive this object.
    PictureTap(const AVStream &video, const std::shared_ptr<const VideoFormat> &format, const MediaSettings &settings,
               const MediaClock &clock, Targets targets);
    ~PictureTap();

    /// Takes the next video packet. The first packet must be a key frame.
    void write(const AVPacket &packet);

private:
    class Private;
    std::unique_ptr<Private> d;
};
