// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/streamfailure.h"

#include <chrono>
#include <memory>
#include <stop_token>

struct AVPacket;
struct AVStream;

/// An open stream of a camera. Each blocking call ends at its time limit, or at once when `stop` is requested.
class StreamInput
{
public:
    /// Connects to the source and probes its streams.
    ///
    /// Throws: StreamFailure.
    StreamInput(const CameraSource &source, const MediaSettings &settings, std::stop_token stop);
    ~StreamInput();

    /// Reads the next packet of video() or audio(). A Motion JPEG stream has no timestamps.
    ///
    /// Throws: StreamFailure, also if only audio packets arrive within MediaSettings::readTimeout.
    void read(AVPacket &packet);
    /// Returns when the packet that was read last arrived.
    std::chrono::steady_clock::time_point arrival() const;

    const AVStream &video() const;
    const AVStream *audio() const; ///< null without an audio stream that MP4 supports
    bool isLive() const; ///< true if packets arrive in real time, false if they arrive as fast as they are read
    StreamAttributes attributes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
