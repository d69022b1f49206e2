// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/pictureshape.h"

#include <vector>

/// Converts decoded frames to upright pictures with square pixels. Frames of the same size reuse the buffers.
class PictureScaler
{
public:
    /// `pixelFormat`: AV_PIX_FMT_YUVJ420P or AV_PIX_FMT_BGR24.
    explicit PictureScaler(int pixelFormat)
        : m_pixelFormat(pixelFormat)
    {
    }

    /// Returns the picture, or null if the frame cannot be converted. The picture is valid until the next call. It is
    /// scaled down to fit into `bounds`. Empty bounds keep the size of the frame.
    AVFrame *picture(const AVFrame &frame, const PictureShape &shape, QSize bounds);

private:
    bool scale(const AVFrame &frame, QSize size);
    /// Returns a planar frame in half its size, as often as it remains at least as large as `size`. Each pixel is the
    /// mean of four, in a third of the time that FFmpeg takes. Returns the frame itself if it cannot be halved, and
    /// null on failure.
    const AVFrame *halved(const AVFrame &frame, QSize size);
    static void halve(const AVFrame &from, AVFrame &to);
    /// Makes `to` the picture of a frame in another size or format. Returns false on failure.
    bool convert(AvOwned<SwsContext> &context, const AVFrame &from, AvOwned<AVFrame> &to, QSize size,
                 int pixelFormat) const;
    /// Makes `frame` a writable frame of the given size. Returns false on failure.
    static bool require(AvOwned<AVFrame> &frame, QSize size, int pixelFormat);
    void turn(const QTransform &how);

    const int m_pixelFormat;
    AvOwned<SwsContext> m_context;
    AvOwned<SwsContext> m_reducer; ///< scales down without converting
    std::vector<AvOwned<AVFrame>> m_halves; ///< each half as large as the one before
    AvOwned<AVFrame> m_reduced;
    AvOwned<AVFrame> m_scaled;
    AvOwned<AVFrame> m_turned;
};
