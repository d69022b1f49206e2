// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"
#include "server/cameras/scenes/scenescript.h"

#include <map>
#include <memory>
#include <utility>
#include <vector>

/// The shots of scripted cameras as H.264. Each second of a shot starts with a key frame and refers to no other second,
/// so that the seconds can follow each other in any order. A scripted camera therefore encodes nothing: it repeats
/// packets, and costs no more than a camera whose packets arrive over a network.
///
/// Thread: any.
class Footage
{
public:
    static constexpr int framesPerSecond = 10;

    /// Returns true if FFmpeg has the encoder that is needed.
    static bool isAvailable();
    /// Returns the footage that all cameras of this process share. The first call encodes it, which takes about a
    /// second of processor time.
    ///
    /// Throws: std::runtime_error if the pictures cannot be encoded.
    static const Footage &shared();

    const AVCodecParameters &parameters() const { return *m_parameters; }
    /// Returns the packets of one second. `moment` must not be Shot::Nothing.
    const std::vector<AvOwned<AVPacket>> &at(const SceneScript::Moment &moment) const;

private:
    Footage();
    void encode(AVCodecContext &encoder, AVFrame &frame, Shot shot, std::int64_t &number);

    AvOwned<AVCodecParameters> m_parameters;
    std::map<std::pair<Shot, int>, std::vector<AvOwned<AVPacket>>> m_seconds;
};
