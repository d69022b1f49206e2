// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>

#include <functional>
#include <memory>

/// One decoded picture, lent for the length of a call: at most 640 by 360, the camera's aspect kept.
struct Picture
{
    int width = 0;
    int height = 0;
    qsizetype stride = 0; ///< bytes from one row to the next
    const uchar *bgr = nullptr; ///< 8 bits each of blue, green, red; the top row first
    QDateTime time; ///< UTC; when the camera showed it to us. Never goes back within one stretch of being online
};

/// What looks at the pictures of one camera. It lives and dies on that camera's ingest thread, and must not touch the
/// database there.
class FrameSink
{
public:
    FrameSink() = default;
    FrameSink(const FrameSink &) = delete;
    FrameSink &operator=(const FrameSink &) = delete;
    virtual ~FrameSink() = default;

    /// About MediaSettings::sinkRate times a second. While it computes the camera's packets wait: return within a
    /// tenth of a second.
    virtual void frame(const Picture &picture) = 0;
    /// The camera is gone; pictures may come again later, of another size.
    virtual void lost() { }
    /// While this is false nothing is decoded on the sink's account. Asked before each key frame.
    virtual bool wanted() const { return true; }
};

/// Makes the sink of a camera when it is opened, on its ingest thread; null for none. Called from several threads.
using FrameSinkFactory = std::function<std::unique_ptr<FrameSink>(DeviceId)>;
