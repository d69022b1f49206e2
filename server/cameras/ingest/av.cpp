// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/av.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libswscale/swscale.h>
}

#include <new>

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

std::chrono::microseconds Av::microseconds(std::int64_t stamp, const AVRational &timeBase)
{
    return std::chrono::microseconds(av_rescale_q(stamp, timeBase, {1, 1'000'000}));
}

std::int64_t Av::stamp(std::chrono::microseconds time, const AVRational &timeBase)
{
    return av_rescale_q(time.count(), {1, 1'000'000}, timeBase);
}
