// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

struct AVCodecContext;
struct AVCodecParameters;
struct AVFrame;
struct AVPacket;
struct AVRational;
struct SwsContext;

/// Gives FFmpeg's objects back as each kind wants it, without FFmpeg's headers leaving the .cpp files.
struct AvFree
{
    void operator()(AVCodecContext *context) const;
    void operator()(AVCodecParameters *parameters) const;
    void operator()(AVFrame *frame) const;
    void operator()(AVPacket *packet) const;
    void operator()(SwsContext *context) const;
};

template <typename T>
using AvOwned = std::unique_ptr<T, AvFree>;

namespace Av {
/// Another reference to the same data; throws std::bad_alloc.
AvOwned<AVPacket> share(const AVPacket &packet);
AvOwned<AVFrame> share(const AVFrame &frame);
AvOwned<AVCodecParameters> copy(const AVCodecParameters &parameters);
AvOwned<AVPacket> makePacket();
AvOwned<AVFrame> makeFrame();

std::chrono::microseconds microseconds(std::int64_t stamp, const AVRational &timeBase);
std::int64_t stamp(std::chrono::microseconds time, const AVRational &timeBase);
}
