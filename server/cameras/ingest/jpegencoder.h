// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <QByteArray>
#include <QSize>

/// Encodes decoded frames as JPEG. Frames of the same size reuse the encoder.
class JpegEncoder
{
public:
    JpegEncoder();
    ~JpegEncoder();

    /// Returns the frame as JPEG, or an empty array if the frame cannot be encoded. The picture is scaled down to fit
    /// into `bounds`. Empty bounds keep the size of the frame.
    QByteArray encode(const AVFrame &frame, QSize bounds = {});

private:
    bool prepare(const AVFrame &frame, QSize size);

    AvOwned<AVCodecContext> m_encoder;
    AvOwned<SwsContext> m_scaler;
    AvOwned<AVFrame> m_scaled;
    AvOwned<AVPacket> m_packet;
};

/// Returns `size` scaled down to fit into `bounds`, with the same aspect ratio and an even width and height.
QSize fitted(QSize size, QSize bounds);
