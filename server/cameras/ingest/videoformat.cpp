// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/videoformat.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <cstring>
#include <new>

VideoFormat VideoFormat::announced(const AVStream &stream)
{
    VideoFormat format{Av::copy(*stream.codecpar), Av::displayMatrix(stream)};
    // The shape of the pixels in the container has precedence over the codec's.
    if (stream.sample_aspect_ratio.num > 0 && stream.sample_aspect_ratio.den > 0)
        format.parameters->sample_aspect_ratio = stream.sample_aspect_ratio;
    return format;
}

PictureShape VideoFormat::shape() const
{
    return PictureShape::of(parameters->sample_aspect_ratio.num, parameters->sample_aspect_ratio.den, displayMatrix);
}

QSize VideoFormat::shownSize() const { return shape().shown({parameters->width, parameters->height}); }

AVStream *VideoFormat::addTo(AVFormatContext &muxer) const
{
    AVStream *stream = avformat_new_stream(&muxer, nullptr);
    if (!stream || avcodec_parameters_copy(stream->codecpar, parameters.get()) < 0)
        throw std::bad_alloc();
    // `hvc1` rather than `hev1`: the only tag that Apple's players support.
    stream->codecpar->codec_tag = parameters->codec_id == AV_CODEC_ID_HEVC ? MKTAG('h', 'v', 'c', '1') : 0;
    // The muxer derives the shape of the pixels and the rotation of a track from the following two.
    stream->sample_aspect_ratio = parameters->sample_aspect_ratio;
    Av::setDisplayMatrix(*stream, displayMatrix);
    return stream;
}

bool VideoFormat::isSameTrack(const VideoFormat &other) const
{
    const AVCodecParameters &a = *parameters;
    const AVCodecParameters &b = *other.parameters;
    return a.codec_id == b.codec_id && a.width == b.width && a.height == b.height && shape() == other.shape()
        && a.extradata_size == b.extradata_size
        && (a.extradata_size == 0 || std::memcmp(a.extradata, b.extradata, size_t(a.extradata_size)) == 0);
}

AvOwned<AVFrame> decodeKeyFrame(const AVPacket &packet, AVCodecParameters &parameters)
{
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec)
        return {};
    AvOwned<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    if (!decoder || avcodec_parameters_to_context(decoder.get(), &parameters) < 0)
        return {};
    decoder->thread_count = 1;
    auto frame = Av::makeFrame();
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0 || avcodec_send_packet(decoder.get(), &packet) < 0
        || avcodec_send_packet(decoder.get(), nullptr) < 0 || avcodec_receive_frame(decoder.get(), frame.get()) < 0)
        return {};
    parameters.width = frame->width;
    parameters.height = frame->height;
    parameters.format = frame->format;
    parameters.profile = decoder->profile;
    parameters.level = decoder->level;
    if (frame->sample_aspect_ratio.num > 0)
        parameters.sample_aspect_ratio = frame->sample_aspect_ratio;
    return frame;
}
