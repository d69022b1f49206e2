// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

class FrameSink;
class LatestPicture;
class MediaClock;
class MjpegFeed;
struct AVPacket;
struct AVStream;
struct MediaSettings;

/// Decodes one connection's video as far as somebody wants pictures of it, and hands them out: to the sink, to those
/// who watch, and to whoever asks for the latest. While nobody does, nothing is decoded.
class PictureTap
{
public:
    /// `sink` may be null. All of them must outlive this.
    PictureTap(const AVStream &video, const MediaSettings &settings, const MediaClock &clock, FrameSink *sink,
               MjpegFeed &feed, LatestPicture &latest);
    ~PictureTap();

    /// The next video packet; the first one must be a key frame.
    void write(const AVPacket &packet);

private:
    class Private;
    std::unique_ptr<Private> d;
};
