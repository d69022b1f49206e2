// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentreader.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

class SegmentReader::Private
{
public:
    ~Private();
    static int readBytes(void *self, uint8_t *to, int size);
    const AVStream *streamOf(AVMediaType type) const;

    std::vector<std::shared_ptr<QFile>> files;
    size_t current = 0;
    AVIOContext *io = nullptr;
    AVFormatContext *demuxer = nullptr;
};

SegmentReader::Private::~Private()
{
    avformat_close_input(&demuxer);
    if (io)
        av_freep(&io->buffer);
    avio_context_free(&io);
}

int SegmentReader::Private::readBytes(void *self, uint8_t *to, int size)
{
    auto *d = static_cast<Private *>(self);
    while (d->current < d->files.size()) {
        const auto count = d->files[d->current]->read(reinterpret_cast<char *>(to), size);
        if (count > 0)
            return int(count);
        ++d->current;
    }
    return AVERROR_EOF;
}

const AVStream *SegmentReader::Private::streamOf(AVMediaType type) const
{
    for (unsigned i = 0; i < demuxer->nb_streams; ++i) {
        if (demuxer->streams[i]->codecpar->codec_type == type)
            return demuxer->streams[i];
    }
    return nullptr;
}

SegmentReader::SegmentReader(std::span<const SegmentRing::OpenSegment> segments)
    : d(std::make_unique<Private>())
{
    segments.front().init->seek(0);
    d->files.push_back(segments.front().init);
    for (const auto &segment : segments) {
        segment.media->seek(0);
        d->files.push_back(segment.media);
    }
}

SegmentReader::~SegmentReader() = default;

bool SegmentReader::open()
{
    constexpr int bufferSize = 1 << 16;
    auto *buffer = static_cast<uint8_t *>(av_malloc(bufferSize));
    d->io = avio_alloc_context(buffer, bufferSize, 0, d.get(), &Private::readBytes, nullptr, nullptr);
    d->demuxer = avformat_alloc_context();
    d->demuxer->pb = d->io;
    if (avformat_open_input(&d->demuxer, nullptr, av_find_input_format("mp4"), nullptr) < 0)
        return false;
    return video() != nullptr;
}

bool SegmentReader::read(AVPacket &packet)
{
    av_packet_unref(&packet);
    return av_read_frame(d->demuxer, &packet) >= 0;
}

const AVStream *SegmentReader::video() const { return d->streamOf(AVMEDIA_TYPE_VIDEO); }
const AVStream *SegmentReader::audio() const { return d->streamOf(AVMEDIA_TYPE_AUDIO); }
