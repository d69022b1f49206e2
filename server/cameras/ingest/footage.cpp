// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/footage.h"

#include "server/cameras/scenes/stagedpicture.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <new>
#include <stdexcept>

namespace {
/// The only encoder of FFmpeg whose key frames can be requested picture by picture without delay on every machine.
constexpr char encoderName[] = "libx264";

void require(int result)
{
    if (result < 0)
        throw std::runtime_error("FFmpeg cannot encode the pictures of scripted cameras");
}

AvOwned<AVCodecContext> makeEncoder()
{
    const AVCodec *codec = avcodec_find_encoder_by_name(encoderName);
    if (!codec)
        throw std::runtime_error("FFmpeg has no encoder for the pictures of scripted cameras");
    AvOwned<AVCodecContext> encoder(avcodec_alloc_context3(codec));
    encoder->width = stagedSize.width();
    encoder->height = stagedSize.height();
    encoder->pix_fmt = AV_PIX_FMT_YUV420P;
    encoder->time_base = {1, Footage::framesPerSecond};
    encoder->framerate = {Footage::framesPerSecond, 1};
    encoder->gop_size = Footage::framesPerSecond;
    encoder->max_b_frames = 0;
    encoder->thread_count = 1;
    av_opt_set(encoder->priv_data, "preset", "veryfast", 0);
    av_opt_set(encoder->priv_data, "tune", "zerolatency", 0);
    av_opt_set(encoder->priv_data, "crf", "24", 0);
    av_opt_set(encoder->priv_data, "forced-idr", "1", 0);
    av_opt_set(encoder->priv_data, "x264-params", "scenecut=0", 0);
    require(avcodec_open2(encoder.get(), codec, nullptr));
    return encoder;
}

void convert(const QImage &picture, AVFrame &frame)
{
    const AvOwned<SwsContext> scaler(sws_getContext(frame.width, frame.height, AV_PIX_FMT_0RGB32, frame.width,
                                                    frame.height, AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr,
                                                    nullptr));
    if (!scaler)
        throw std::bad_alloc();
    const uint8_t *const planes[] = {picture.constBits()};
    const int strides[] = {int(picture.bytesPerLine())};
    require(av_frame_make_writable(&frame));
    require(sws_scale(scaler.get(), planes, strides, 0, frame.height, frame.data, frame.linesize));
}
}

bool Footage::isAvailable() { return avcodec_find_encoder_by_name(encoderName) != nullptr; }

const Footage &Footage::shared()
{
    static const Footage footage;
    return footage;
}

Footage::Footage()
{
    const auto encoder = makeEncoder();
    const auto frame = Av::makeFrame();
    frame->width = encoder->width;
    frame->height = encoder->height;
    frame->format = encoder->pix_fmt;
    require(av_frame_get_buffer(frame.get(), 0));
    std::int64_t number = 0;
    for (const Shot shot : {Shot::Room, Shot::Walk, Shot::Face, Shot::Dark})
        encode(*encoder, *frame, shot, number);
    m_parameters.reset(avcodec_parameters_alloc());
    require(avcodec_parameters_from_context(m_parameters.get(), encoder.get()));
}

/// Encodes a shot. The encoder does not look ahead, so that it returns a packet for each picture at once.
void Footage::encode(AVCodecContext &encoder, AVFrame &frame, Shot shot, std::int64_t &number)
{
    const int pictures = secondsOf(shot) * framesPerSecond;
    for (int i = 0; i < pictures; ++i) {
        convert(stagedPicture(shot, double(i) / pictures), frame);
        frame.pts = number++;
        frame.pict_type = i % framesPerSecond == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        require(avcodec_send_frame(&encoder, &frame));
        auto packet = Av::makePacket();
        require(avcodec_receive_packet(&encoder, packet.get()));
        m_seconds[{shot, i / framesPerSecond}].push_back(std::move(packet));
    }
}

const std::vector<AvOwned<AVPacket>> &Footage::at(const SceneScript::Moment &moment) const
{
    return m_seconds.at({moment.shot, moment.second % secondsOf(moment.shot)});
}
