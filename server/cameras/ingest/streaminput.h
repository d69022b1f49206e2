// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/streamfailure.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

struct AVPacket;
struct AVStream;

/// Reads the stream of a camera. Each blocking call ends at its time limit, or at once when `stop` is requested.
///
/// Thread: one at a time.
class StreamInput
{
public:
    /// Connects to the source, and waits for its first response, for at most `most`.
    ///
    /// Throws: StreamFailure.
    StreamInput(const CameraSource &source, const MediaSettings &settings, std::chrono::milliseconds most,
                std::stop_token stop);
    ~StreamInput();

    /// Starts and probes the streams, within MediaSettings::openTimeout. The other functions require that this function
    /// has succeeded.
    ///
    /// Throws: StreamFailure.
    void open();
    /// Reads the next packet of video() or audio(). Packets of a Motion JPEG stream over HTTP have no timestamps.
    ///
    /// Throws: StreamFailure, also if only audio packets arrive within MediaSettings::readTimeout.
    void read(AVPacket &packet);
    /// Returns when the first bytes of the last packet arrived.
    std::chrono::steady_clock::time_point arrival() const;
    /// Returns the video timestamp that belongs to the same moment as an audio timestamp, or nothing as long as the
    /// source has not stated it.
    std::optional<std::chrono::microseconds> videoStamp(std::chrono::microseconds audioStamp) const;
    /// Returns true if the timestamps of video and audio come from one clock, so that videoStamp() is always known.
    bool hasOneClock() const;

    const AVStream &video() const;
    /// Returns null if the source has no sound that SoundTrack accepts, and if CameraSource::sound is false.
    const AVStream *audio() const;
    /// Returns true if packets arrive in real time. Returns false for a file, whose packets arrive as fast as they are
    /// read. May change from true to false, because some files are only known by the pace of their arrival.
    bool isLive() const;
    /// Returns the attributes that the source announces. The frame rate of a live stream may be unknown.
    StreamAttributes attributes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
