// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/pictureshape.h"

/// How a video stream is coded, and how its pictures are shown.
struct VideoFormat
{
    AvOwned<AVCodecParameters> parameters; ///< including the shape of the pixels
    QByteArray displayMatrix; ///< in FFmpeg's form; empty: upright

    /// Returns the format that the source announces.
    static VideoFormat announced(const AVStream &stream);
    VideoFormat copy() const { return {Av::copy(*parameters), displayMatrix}; }

    PictureShape shape() const;
    /// Returns the size of upright pictures in square pixels.
    QSize shownSize() const;
    /// Adds a video stream of this format to a muxer. Does not set its time base.
    ///
    /// Throws: std::bad_alloc.
    AVStream *addTo(AVFormatContext &muxer) const;
    /// Returns true if pictures of both formats can follow each other in one track of a file.
    bool isSameTrack(const VideoFormat &other) const;
};

/// Decodes a single key frame. Returns null if it cannot be decoded. Otherwise, sets the size, the shape of the pixels,
/// the pixel format, the profile, and the level in `parameters` to those of the picture.
AvOwned<AVFrame> decodeKeyFrame(const AVPacket &packet, AVCodecParameters &parameters);
