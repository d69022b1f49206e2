// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"

#include <memory>
#include <stop_token>

struct AVPacket;
struct AVStream;

/// Why there is no stream, or no more of it.
struct StreamFailure
{
    CameraState state = CameraState::Offline;
    QString reason; ///< for people; never holds an address or a credential
};

/// A camera's stream, opened. Every wait in it ends at its time limit, and at once when `stop` is requested.
class StreamInput
{
public:
    /// Connects and finds out what the stream consists of. Throws StreamFailure.
    StreamInput(const CameraSource &source, const MediaSettings &settings, std::stop_token stop);
    ~StreamInput();

    /// The next packet of video() or audio(). Throws StreamFailure, also when only sound still comes.
    void read(AVPacket &packet);

    const AVStream &video() const;
    const AVStream *audio() const; ///< null when there is none that goes into MP4
    bool isLive() const; ///< it comes at its own pace; otherwise it comes as fast as it is read
    StreamAttributes attributes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
