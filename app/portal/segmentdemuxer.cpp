// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/segmentdemuxer.h"

#include <algorithm>
#include <cstring>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

void AvDeleter::operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
void AvDeleter::operator()(AVFormatContext *context) const { avformat_close_input(&context); }
void AvDeleter::operator()(AVFrame *frame) const { av_frame_free(&frame); }
void AvDeleter::operator()(AVPacket *packet) const { av_packet_free(&packet); }
void AvDeleter::operator()(SwrContext *context) const { swr_free(&context); }
void AvDeleter::operator()(SwsContext *context) const { sws_freeContext(context); }
void AvDeleter::operator()(AVIOContext *context) const
{
    av_freep(&context->buffer);
    avio_context_free(&context);
}

namespace {
constexpr int bufferSize = 64 << 10;

const AVStream *firstOf(const AVFormatContext *demuxer, AVMediaType type)
{
    for (unsigned i = 0; demuxer && i < demuxer->nb_streams; ++i) {
        if (demuxer->streams[i]->codecpar->codec_type == type)
            return demuxer->streams[i];
    }
    return nullptr;
}
}

SegmentDemuxer::SegmentDemuxer(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

SegmentDemuxer::~SegmentDemuxer() = default;

bool SegmentDemuxer::open()
{
    const auto read = [](void *self, uint8_t *out, int size) {
        auto &demuxer = *static_cast<SegmentDemuxer *>(self);
        const qsizetype bytes = std::min<qsizetype>(size, demuxer.m_bytes.size() - demuxer.m_read);
        if (bytes <= 0)
            return int(AVERROR_EOF);
        std::memcpy(out, demuxer.m_bytes.constData() + demuxer.m_read, size_t(bytes));
        demuxer.m_read += bytes;
        return int(bytes);
    };
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferSize));
    m_io.reset(avio_alloc_context(buffer, bufferSize, 0, this, read, nullptr, nullptr));
    AVFormatContext *demuxer = avformat_alloc_context();
    demuxer->pb = m_io.get();
    if (avformat_open_input(&demuxer, nullptr, av_find_input_format("mp4"), nullptr) < 0)
        return false; // the demuxer is freed
    m_demuxer.reset(demuxer);
    return true;
}

const AVStream *SegmentDemuxer::video() const { return firstOf(m_demuxer.get(), AVMEDIA_TYPE_VIDEO); }

const AVStream *SegmentDemuxer::sound() const { return firstOf(m_demuxer.get(), AVMEDIA_TYPE_AUDIO); }

bool SegmentDemuxer::read(AVPacket &packet) { return av_read_frame(m_demuxer.get(), &packet) >= 0; }
