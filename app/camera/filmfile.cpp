// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/filmfile.h"

#include <QFile>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}

#include <stdexcept>

namespace {
struct Free
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

QSize even(QSize size) { return {size.width() & ~1, size.height() & ~1}; }
}

class FilmFile::Private
{
public:
    Private(const QString &path, QSize size);
    bool decode();
    void rewind();
    QByteArray scaled();

    Owned<AVFormatContext> input;
    Owned<AVCodecContext> decoder;
    Owned<AVPacket> packet{av_packet_alloc()};
    Owned<AVFrame> frame{av_frame_alloc()};
    Owned<SwsContext> scaler;
    AVStream *stream = nullptr;
    QSize size;

private:
    bool m_drained = false;
};

FilmFile::Private::Private(const QString &path, QSize wanted)
{
    AVFormatContext *opened = nullptr;
    if (avformat_open_input(&opened, QFile::encodeName(path).constData(), nullptr, nullptr) < 0)
        throw std::runtime_error("cannot open " + path.toStdString());
    input.reset(opened);
    const AVCodec *codec = nullptr;
    if (avformat_find_stream_info(opened, nullptr) < 0)
        throw std::runtime_error("cannot read " + path.toStdString());
    const int index = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    if (index < 0)
        throw std::runtime_error("no video in " + path.toStdString());
    stream = opened->streams[index];
    decoder.reset(avcodec_alloc_context3(codec));
    if (avcodec_parameters_to_context(decoder.get(), stream->codecpar) < 0
        || avcodec_open2(decoder.get(), codec, nullptr) < 0 || decoder->width < 2 || decoder->height < 2)
        throw std::runtime_error("cannot decode " + path.toStdString());
    size = even(wanted.isEmpty() ? QSize(decoder->width, decoder->height) : wanted);
}

/// Decodes the next frame into `frame`. Returns false at the end of the file.
bool FilmFile::Private::decode()
{
    for (;;) {
        const int got = avcodec_receive_frame(decoder.get(), frame.get());
        if (got != AVERROR(EAGAIN))
            return got >= 0;
        if (m_drained)
            return false;
        if (av_read_frame(input.get(), packet.get()) < 0) {
            m_drained = true;
            avcodec_send_packet(decoder.get(), nullptr);
            continue;
        }
        if (packet->stream_index == stream->index)
            avcodec_send_packet(decoder.get(), packet.get()); // a damaged frame is skipped
        av_packet_unref(packet.get());
    }
}

void FilmFile::Private::rewind()
{
    m_drained = false;
    avcodec_flush_buffers(decoder.get());
    av_seek_frame(input.get(), stream->index, stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time,
                  AVSEEK_FLAG_BACKWARD);
}

QByteArray FilmFile::Private::scaled()
{
    scaler.reset(sws_getCachedContext(scaler.release(), frame->width, frame->height, AVPixelFormat(frame->format),
                                      size.width(), size.height(), AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr,
                                      nullptr));
    QByteArray picture(size.width() * size.height() * 3 / 2, Qt::Uninitialized);
    uint8_t *planes[4] = {};
    int strides[4] = {};
    av_image_fill_arrays(planes, strides, reinterpret_cast<uint8_t *>(picture.data()), AV_PIX_FMT_YUV420P, size.width(),
                         size.height(), 1);
    sws_scale(scaler.get(), frame->data, frame->linesize, 0, frame->height, planes, strides);
    return picture;
}

FilmFile::FilmFile(const QString &path, QSize size)
    : d(std::make_unique<Private>(path, size))
{
}

FilmFile::~FilmFile() = default;

QSize FilmFile::size() const { return d->size; }

double FilmFile::framesPerSecond() const
{
    const AVRational rate = d->stream->avg_frame_rate;
    return rate.den > 0 ? av_q2d(rate) : 0;
}

QByteArray FilmFile::next()
{
    if (!d->decode()) {
        d->rewind();
        if (!d->decode())
            throw std::runtime_error("the video cannot be played again from its start");
    }
    return d->scaled();
}
