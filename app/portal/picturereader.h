// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/segmentdemuxer.h"

#include <QVideoFrame>

#include <functional>
#include <optional>

/// Decodes the pictures of one segment of a recording from memory.
class PictureReader
{
public:
    /// `bytes` are an initialization section and fragments.
    explicit PictureReader(QByteArray bytes);
    ~PictureReader();
    Q_DISABLE_COPY_MOVE(PictureReader)

    /// Returns false if the segment has no video that this program can decode.
    bool open(bool keyFramesOnly);
    /// Called with each picture, in order, and its time in milliseconds after the first one. Returns whether to go on.
    using Visitor = std::function<bool(const AVFrame &frame, qint64 ms)>;
    /// Decodes all pictures. Damaged ones are left out. Returns false if the hardware could not decode it; the pictures
    /// have not been visited then.
    bool read(const Visitor &visit);

    /// Returns a picture in square pixels and upright.
    QVideoFrame convert(const AVFrame &frame);

private:
    bool take(const AVPacket *packet, const Visitor &visit);
    QVideoFrame scaled(const AVFrame &frame, QSize size);

    SegmentDemuxer m_demuxer;
    const AVStream *m_video = nullptr;
    AvPointer<AVCodecContext> m_decoder;
    AvPointer<AVFrame> m_frame;
    AvPointer<AVFrame> m_copied; ///< of a picture in the memory of the graphics card
    AvPointer<SwsContext> m_scaler;
    std::optional<int64_t> m_first; ///< stamp of the first picture
    bool m_stopped = false;
    bool m_lostHardware = false;
    bool m_visited = false;
};
