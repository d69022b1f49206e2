// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/playback/recordedspan.h"

#include <QSet>

/// A media segment of a playlist: a range of bytes in a file that begins with a key frame.
struct RecordedSegment
{
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 durationMs = 0;
    qint64 offset = 0;
    qint64 bytes = 0;

    static constexpr char initName[] = "init.mp4"; ///< what stands there for the initialization section

    qint64 endMs() const { return startMs + durationMs; } ///< milliseconds since the epoch
    /// Returns the last part of the segment's path: `<offset>-<bytes>.m4s`.
    QByteArray name() const { return QByteArray::number(offset) + '-' + QByteArray::number(bytes) + ".m4s"; }
    /// Returns the offset and the size, or nothing unless `name` is exactly what name() returns.
    static std::optional<RecordedSegment> parse(const QString &name);
};

/// Returns the segments of a part. Each is about six seconds long, or longer if key frames are farther apart.
QList<RecordedSegment> segmentsOf(const RecordedPart &part);

/// Returns the playlist of a recording (RFC 8216), in which the wall-clock time of each segment is stated. Each file
/// has its initialization section, a gap is a discontinuity, and segments in `unreachable` storages are marked as
/// missing. `from` is the time at which players begin. Each URI is relative to the playlist and followed by
/// `?<suffix>`.
QByteArray recordedPlaylist(const QList<RecordedPart> &parts, const QDateTime &from, const QByteArray &suffix,
                            const QSet<QString> &unreachable);
