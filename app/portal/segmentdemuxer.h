// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVIOContext;
struct AVPacket;
struct AVStream;
struct SwrContext;
struct SwsContext;

/// Frees what FFmpeg allocates.
struct AvDeleter
{
    void operator()(AVCodecContext *context) const;
    void operator()(AVFormatContext *context) const;
    void operator()(AVFrame *frame) const;
    void operator()(AVIOContext *context) const;
    void operator()(AVPacket *packet) const;
    void operator()(SwrContext *context) const;
    void operator()(SwsContext *context) const;
};
template <typename T>
using AvPointer = std::unique_ptr<T, AvDeleter>;

/// Reads the packets of one segment of a recording from memory.
class SegmentDemuxer
{
public:
    /// `bytes` are an initialization section and fragments.
    explicit SegmentDemuxer(QByteArray bytes);
    ~SegmentDemuxer();
    Q_DISABLE_COPY_MOVE(SegmentDemuxer)

    /// Returns false if the bytes are no segment.
    bool open();
    /// Return the first stream of this kind, or null. They exist once the segment was opened.
    const AVStream *video() const;
    const AVStream *sound() const;
    /// Reads the next packet. Returns false at the end.
    bool read(AVPacket &packet);

private:
    const QByteArray m_bytes;
    qsizetype m_read = 0;
    AvPointer<AVIOContext> m_io;
    AvPointer<AVFormatContext> m_demuxer;
};
