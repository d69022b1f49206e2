// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentreader.h"

#include "server/cameras/ingest/videoformat.h"

#include <algorithm>
#include <optional>

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

    /// A part of an open file, which is read up to `end`.
    struct Part
    {
        std::shared_ptr<QFile> file;
        qint64 at = 0;
        qint64 end = 0;
        std::optional<qint64> position = {}; ///< in what the demuxer reads; nothing: not read yet
    };

    std::vector<Part> parts;
    size_t current = 0;
    qint64 position = 0; ///< in what the demuxer reads
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
    for (; d->current < d->parts.size(); ++d->current) {
        Part &part = d->parts[d->current];
        const auto wanted = std::min<qint64>(size, part.end - part.at);
        const auto count =
            wanted > 0 && part.file->seek(part.at) ? part.file->read(reinterpret_cast<char *>(to), wanted) : 0;
        if (count <= 0)
            continue;
        if (!part.position)
            part.position = d->position;
        part.at += count;
        d->position += count;
        return int(count);
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

SegmentReader::SegmentReader(std::span<const OpenSegment> segments)
    : d(std::make_unique<Private>())
{
    d->parts.push_back({segments.front().file, 0, segments.front().initBytes});
    for (const OpenSegment &segment : segments)
        d->parts.push_back({segment.file, segment.offset, segment.offset + segment.bytes});
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

std::size_t SegmentReader::segmentOf(const AVPacket &packet) const
{
    std::size_t last = 1; // the first part is the initialization section
    for (std::size_t i = last; i < d->parts.size(); ++i) {
        if (d->parts[i].position && *d->parts[i].position <= packet.pos)
            last = i;
    }
    return last - 1;
}

const AVStream *SegmentReader::video() const { return d->streamOf(AVMEDIA_TYPE_VIDEO); }
const AVStream *SegmentReader::audio() const { return d->streamOf(AVMEDIA_TYPE_AUDIO); }

TrackInfo SegmentReader::track() const
{
    return {QString::fromLatin1(avcodec_get_name(video()->codecpar->codec_id)),
            VideoFormat::announced(*video()).shownSize()};
}
