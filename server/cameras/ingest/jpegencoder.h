// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <QByteArray>
#include <QSize>

/// Makes JPEGs of decoded frames. It keeps its encoder from one frame to the next of the same size.
class JpegEncoder
{
public:
    JpegEncoder();
    ~JpegEncoder();

    /// Fitted into `bounds`, never enlarged; an empty `bounds` means the frame's own size. Empty when it cannot be
    /// encoded.
    QByteArray encode(const AVFrame &frame, QSize bounds = {});

private:
    bool prepare(const AVFrame &frame, QSize size);

    AvOwned<AVCodecContext> m_encoder;
    AvOwned<SwsContext> m_scaler;
    AvOwned<AVFrame> m_scaled;
    AvOwned<AVPacket> m_packet;
};

/// The size of a picture that is fitted into `bounds`: aspect kept, even, not enlarged.
QSize fitted(QSize size, QSize bounds);
