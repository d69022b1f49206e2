// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>

#include <functional>
#include <memory>

/// A decoded picture of at most 640 x 360 pixels, in the camera's aspect ratio. It is valid only during the call that
/// receives it.
struct Picture
{
    int width = 0;
    int height = 0;
    qsizetype stride = 0; ///< bytes from one row to the next
    const uchar *bgr = nullptr; ///< 8 bits each of blue, green, and red; top row first
    QDateTime time; ///< capture time in UTC; never decreases while the camera stays online
};

/// Receives the decoded pictures of one camera.
///
/// Thread: created, called, and destroyed on the camera's ingest thread. A sink must not use the database.
class FrameSink
{
public:
    FrameSink() = default;
    FrameSink(const FrameSink &) = delete;
    FrameSink &operator=(const FrameSink &) = delete;
    virtual ~FrameSink() = default;

    /// Called about MediaSettings::sinkRate times per second. The camera's packets wait during the call, so it must
    /// return within 100 ms.
    virtual void frame(const Picture &picture) = 0;
    /// Called when the camera goes offline. Later pictures may have another size.
    virtual void lost() { }
    /// Returns true if the sink needs pictures. Called at each key frame; the pictures until the next key frame are
    /// decoded for the sink only if the result is true.
    virtual bool wanted() const { return true; }
};

/// Creates the sink of a camera when the camera is opened. Returns null for no sink.
///
/// Thread: the camera's ingest thread; concurrent calls for different cameras occur.
using FrameSinkFactory = std::function<std::unique_ptr<FrameSink>(DeviceId)>;
