// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/av.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

#include <cstring>
#include <new>

void AvFree::operator()(AVBSFContext *filter) const { av_bsf_free(&filter); }
void AvFree::operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
void AvFree::operator()(AVCodecParameters *parameters) const { avcodec_parameters_free(&parameters); }
void AvFree::operator()(AVFrame *frame) const { av_frame_free(&frame); }
void AvFree::operator()(AVPacket *packet) const { av_packet_free(&packet); }
void AvFree::operator()(SwsContext *context) const { sws_freeContext(context); }

namespace {
template <typename T>
AvOwned<T> orThrow(T *made)
{
    return made ? AvOwned<T>(made) : throw std::bad_alloc();
}
}

AvOwned<AVPacket> Av::share(const AVPacket &packet) { return orThrow(av_packet_clone(&packet)); }
AvOwned<AVFrame> Av::share(const AVFrame &frame) { return orThrow(av_frame_clone(&frame)); }
AvOwned<AVPacket> Av::makePacket() { return orThrow(av_packet_alloc()); }
AvOwned<AVFrame> Av::makeFrame() { return orThrow(av_frame_alloc()); }

AvOwned<AVCodecParameters> Av::copy(const AVCodecParameters &parameters)
{
    auto made = orThrow(avcodec_parameters_alloc());
    return avcodec_parameters_copy(made.get(), &parameters) >= 0 ? std::move(made) : throw std::bad_alloc();
}

// Since FFmpeg 6.1, the side data of a stream belongs to its codec parameters.
QByteArray Av::displayMatrix(const AVStream &stream)
{
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVCodecParameters &parameters = *stream.codecpar;
    const AVPacketSideData *matrix =
        av_packet_side_data_get(parameters.coded_side_data, parameters.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return matrix ? QByteArray(reinterpret_cast<const char *>(matrix->data), qsizetype(matrix->size)) : QByteArray();
#else
    size_t size = 0;
    const uint8_t *matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return matrix ? QByteArray(reinterpret_cast<const char *>(matrix), qsizetype(size)) : QByteArray();
#endif
}

void Av::setDisplayMatrix(AVStream &stream, const QByteArray &matrix)
{
    if (matrix.isEmpty())
        return;
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    AVPacketSideData *made =
        av_packet_side_data_new(&stream.codecpar->coded_side_data, &stream.codecpar->nb_coded_side_data,
                                AV_PKT_DATA_DISPLAYMATRIX, size_t(matrix.size()), 0);
    uint8_t *to = made ? made->data : nullptr;
#else
    uint8_t *to = av_stream_new_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, size_t(matrix.size()));
#endif
    if (!to)
        throw std::bad_alloc();
    std::memcpy(to, matrix.constData(), size_t(matrix.size()));
}

std::chrono::microseconds Av::microseconds(std::int64_t stamp, const AVRational &timeBase)
{
    return std::chrono::microseconds(av_rescale_q(stamp, timeBase, {1, 1'000'000}));
}

std::int64_t Av::stamp(std::chrono::microseconds time, const AVRational &timeBase)
{
    return av_rescale_q(time.count(), {1, 1'000'000}, timeBase);
}
