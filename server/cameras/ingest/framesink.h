// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QByteArray>
#include <QDateTime>

#include <functional>
#include <memory>

/// A decoded picture of at most 640 x 360 square pixels, upright, in the camera's aspect ratio. It is valid only during
/// the call that receives it.
struct Picture
{
    int width = 0;
    int height = 0;
    qsizetype stride = 0; ///< bytes from one row to the next
    const uchar *bgr = nullptr; ///< 8 bits each of blue, green, and red; top row first
    QDateTime time; ///< capture time in UTC; decreases only after timeSetBack()
    /// Returns the picture in the camera's own size as JPEG, which takes tens of milliseconds for a large picture, or
    /// an empty array on failure. The function may be kept and called after the call that receives the picture; it
    /// keeps the decoded frame in memory. Empty: only the pixels above are available.
    std::function<QByteArray()> original = {};
};

/// Receives the decoded pictures of one camera.
///
/// Thread: one at a time, but not always the same. A sink must not use the database.
class FrameSink
{
public:
    FrameSink() = default;
    FrameSink(const FrameSink &) = delete;
    FrameSink &operator=(const FrameSink &) = delete;
    virtual ~FrameSink() = default;

    /// Called about MediaSettings::sinkRate times per second. The camera's packets wait during the call, so it must
    /// return within 100 ms. The size of the pictures may change at any time, as the camera may change it.
    virtual void frame(const Picture &picture) = 0;
    /// Called when the camera goes offline.
    virtual void lost() { }
    /// Called when the server's clock was set back: later pictures have earlier times. What is open must end with the
    /// time of the last picture.
    virtual void timeSetBack() { lost(); }
    /// Called at each key frame, and at least about once per second while video arrives, whether or not it is decoded.
    /// `time` is the time of the video.
    virtual void seen(const QDateTime &time) { Q_UNUSED(time) }
    /// Returns true if the sink needs pictures. Called at each key frame, after seen(); the pictures until the next key
    /// frame are decoded for the sink only if the result is true.
    virtual bool wanted() const { return true; }
    /// Returns true if key frames are enough for the sink where the camera sends them every few seconds.
    virtual bool keyFramesSuffice() const { return false; }
    /// Returns the time from which the sink needs the recording, or an invalid time. The recording is kept from this
    /// time on, even if it becomes longer than MediaSettings::ringLength. Called at each key frame.
    virtual QDateTime neededFrom() const { return {}; }
};

/// Creates the sink of a camera when the camera is first connected to. Returns null for no sink.
///
/// Thread: any; concurrent calls for different cameras occur.
using FrameSinkFactory = std::function<std::unique_ptr<FrameSink>(DeviceId)>;
