// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

/// The parts of fragmented MP4 files that a clip rewrites, while the media stay as they are. See ISO/IEC 14496-12.
namespace Mp4 {

struct Track
{
    quint32 id = 0;
    quint32 timescale = 0; ///< units per second
    bool video = false;
};

/// Returns the tracks of an initialization section, or an empty list if it is damaged or has no video.
QList<Track> tracksOf(QByteArrayView init);

/// Returns an initialization section that states when the movie began, in milliseconds since the epoch, and how long it
/// is. Players of a fragmented file know its length only from there.
QByteArray described(const QByteArray &init, qint64 startMs, qint64 durationMs);

/// Returns the decode time at which a track begins in a `moof`, in units of its timescale.
std::optional<quint64> decodeTime(QByteArrayView moof, quint32 track);

/// Returns a `moof` with another sequence number, and with the decode time of each track as `shifted` returns it.
QByteArray moved(const QByteArray &moof, quint32 sequence,
                 const std::function<quint64(quint32 track, quint64 time)> &shifted);

/// Returns a `prft` box: the media at `time` of a track were captured at `captureMs`, in milliseconds since the epoch.
QByteArray producerReferenceTime(quint32 track, qint64 captureMs, quint64 time);
constexpr qint64 producerReferenceBytes = 32;
}
