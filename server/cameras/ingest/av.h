// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <memory>

struct AVBSFContext;
struct AVCodecContext;
struct AVCodecParameters;
struct AVFormatContext;
struct AVFrame;
struct AVPacket;
struct AVRational;
struct AVStream;
struct SwsContext;

/// Frees FFmpeg's objects with the function of each type. The functions are declared here and not included from FFmpeg,
/// so that only .cpp files include FFmpeg's headers.
struct AvFree
{
    void operator()(AVBSFContext *filter) const;
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

/// Returns the display matrix that the source gives for a stream: nine 32-bit numbers in FFmpeg's form, or nothing.
QByteArray displayMatrix(const AVStream &stream);
void setDisplayMatrix(AVStream &stream, const QByteArray &matrix);

/// Converts between timestamps in units of `timeBase` and microseconds.
std::chrono::microseconds microseconds(std::int64_t stamp, const AVRational &timeBase);
std::int64_t stamp(std::chrono::microseconds time, const AVRational &timeBase);
}
