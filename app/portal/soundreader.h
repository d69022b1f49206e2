// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/framedecoder.h"
#include "app/portal/segmentdemuxer.h"

/// A piece of sound: 48,000 frames a second of two samples of 16 bits.
struct SoundChunk
{
    static constexpr qint64 framesPerMs = 48;
    static constexpr qint64 bytesPerFrame = 4;

    qint64 start = 0; ///< the first frame, counted since the epoch
    QByteArray samples;

    qint64 end() const { return start + samples.size() / bytesPerFrame; }
};

/// Decodes the sound of segments that follow each other. One decoder reads them all, as the sound of a segment begins
/// within that of the one before.
class SoundReader
{
public:
    SoundReader();
    ~SoundReader();
    Q_DISABLE_COPY_MOVE(SoundReader)

    /// Returns whether a segment has sound that this program can decode.
    static bool hasSound(const FrameDecoder::Piece &piece);
    /// Returns the sound of a segment in order. Damaged parts are left out.
    QList<SoundChunk> read(const FrameDecoder::Piece &piece);
    /// The next segment does not follow the last one.
    void reset();

private:
    bool prepare(const AVStream &stream);
    void take(const AVPacket *packet, qint64 origin, QList<SoundChunk> &sound);
    QByteArray converted();

    AvPointer<AVCodecContext> m_decoder;
    AvPointer<SwrContext> m_resampler;
    AvPointer<AVFrame> m_frame;
    QByteArray m_config; ///< of the stream that the decoder was made for
    int m_rate = 0; ///< that the resampler was made for
    int m_channels = 0;
    int m_format = -1;
};
