// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/picturescaler.h"

#include <QByteArray>

/// Encodes decoded frames as upright JPEG pictures with square pixels. Frames of the same size reuse the encoder.
class JpegEncoder
{
public:
    JpegEncoder();
    ~JpegEncoder();

    /// Returns the frame as JPEG, or an empty array if the frame cannot be encoded. The picture is scaled down to fit
    /// into `bounds`. Empty bounds keep the size of the frame.
    QByteArray encode(const AVFrame &frame, const PictureShape &shape, QSize bounds = {});

private:
    bool prepare(const AVFrame &picture);

    PictureScaler m_scaler;
    AvOwned<AVCodecContext> m_encoder;
    std::int64_t m_count = 0;
    AvOwned<AVPacket> m_packet;
};
