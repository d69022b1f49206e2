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

/// Frees FFmpeg's objects with the function of each type. The functions are declared here and not included from FFmpeg,
/// so that only .cpp files include FFmpeg's headers.
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
/// The share() functions return another reference to the same data. The copy() and make() functions allocate new
/// objects.
///
/// Throws: std::bad_alloc.
AvOwned<AVPacket> share(const AVPacket &packet);
AvOwned<AVFrame> share(const AVFrame &frame);
AvOwned<AVCodecParameters> copy(const AVCodecParameters &parameters);
AvOwned<AVPacket> makePacket();
AvOwned<AVFrame> makeFrame();

/// Converts between timestamps in units of `timeBase` and microseconds.
std::chrono::microseconds microseconds(std::int64_t stamp, const AVRational &timeBase);
std::int64_t stamp(std::chrono::microseconds time, const AVRational &timeBase);
}
