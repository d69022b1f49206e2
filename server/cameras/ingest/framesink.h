// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QSize>

#include <functional>
#include <memory>

class QImage;

/// A decoded picture of square pixels, upright, in the camera's aspect ratio, that was scaled down to fit into
/// FrameSink::pictureSize(). It is valid only during the call that receives it.
struct Picture
{
    int width = 0;
    int height = 0;
    qsizetype stride = 0; ///< bytes from one row to the next
    const uchar *bgr = nullptr; ///< 8 bits each of blue, green, and red; top row first
    QDateTime time; ///< capture time in UTC; never decreases, except after FrameSink::timeSetBack()
    /// Returns the picture in the camera's own size as JPEG, or an empty array on failure. Encoding a large picture
    /// takes tens of milliseconds. The function may be kept and called later; it keeps the decoded frame in memory. If
    /// the function is empty, only the pixels above are available.
    std::function<QByteArray()> original = {};
    /// Returns the picture in the camera's own size in QImage::Format_BGR888, or a null image on failure. Unlike
    /// `original`, the function may be called on another thread.
    std::function<QImage()> pixels = {};
    double scale = 1; ///< size of this picture as a share of the camera's own
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

    /// Called about MediaSettings::sinkRate times per second. No packets of the camera are read during the call, so it
    /// must return within 100 ms. The size of the pictures may change at any time.
    virtual void frame(const Picture &picture) = 0;
    /// Called when the camera goes offline.
    virtual void lost() { }
    /// Called when the server's clock was set back, so that later pictures have earlier times. An event that is in
    /// progress must end with the time of the last picture.
    virtual void timeSetBack() { lost(); }
    /// Called at each key frame, and about once per second while video arrives, even if the video is not decoded.
    /// `time` is the capture time of the last packet.
    virtual void seen(const QDateTime &time) { Q_UNUSED(time) }
    /// Returns true if the sink needs the pictures until the next key frame. Called at each key frame, after seen().
    virtual bool wanted() const { return true; }
    /// Returns true if the sink needs only key frames, provided that the camera sends one every few seconds.
    virtual bool keyFramesSuffice() const { return false; }
    /// Returns the size into which the pictures are scaled down. The camera's aspect ratio is kept. Called at each key
    /// frame.
    virtual QSize pictureSize() const { return {640, 360}; }
    /// Returns the time from which the sink needs the recording, or an invalid time if it does not. The recording is
    /// kept from this time on, even if it becomes longer than MediaSettings::ringLength. Called at each key frame.
    virtual QDateTime neededFrom() const { return {}; }
};

/// Creates the sink of a camera before the first attempt to connect to it. Returns null for no sink.
///
/// Thread: any. Calls for different cameras may be concurrent.
using FrameSinkFactory = std::function<std::unique_ptr<FrameSink>(DeviceId)>;
