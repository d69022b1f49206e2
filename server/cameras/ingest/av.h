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

/// Frees an object of FFmpeg with the function for its type. The types are forward-declared, so that only .cpp files
/// include FFmpeg's headers.
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
// share() returns another reference to the same data. copy(), makePacket(), and makeFrame() allocate new objects.
// Throws: std::bad_alloc.
AvOwned<AVPacket> share(const AVPacket &packet);
AvOwned<AVFrame> share(const AVFrame &frame);
AvOwned<AVCodecParameters> copy(const AVCodecParameters &parameters);
AvOwned<AVPacket> makePacket();
AvOwned<AVFrame> makeFrame();

/// Returns the display matrix of a stream: nine 32-bit numbers in FFmpeg's form. The array is empty if the source does
/// not announce a matrix.
QByteArray displayMatrix(const AVStream &stream);
/// Sets the display matrix of a stream. Has no effect if the matrix is empty.
///
/// Throws: std::bad_alloc.
void setDisplayMatrix(AVStream &stream, const QByteArray &matrix);

/// Converts between timestamps in units of `timeBase` and microseconds.
std::chrono::microseconds microseconds(std::int64_t stamp, const AVRational &timeBase);
std::int64_t stamp(std::chrono::microseconds time, const AVRational &timeBase);
}
