// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

/// The file name of a segment: `<sequence>-<start>-<duration>-<init>.m4s`, or
/// `<sequence>-<start>-<duration>-<init>-c.m4s` if the segment starts between key frames. The name contains everything
/// that is known about a segment. Therefore, the directory is the index, and a crash cannot make them inconsistent.
struct SegmentName
{
    qint64 sequence = 0; ///< EXT-X-MEDIA-SEQUENCE: consecutive, also across restarts
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 durationMs = 0;
    qint64 init = 0; ///< number of the initialization section; each connection and each format has a new section
    bool continues = false; ///< the segment starts between key frames; decoding it requires the segment before

    qint64 endMs() const { return startMs + durationMs; } ///< milliseconds since the epoch
    QString toString() const;
    /// Returns nothing unless `name` is exactly what toString() returns.
    static std::optional<SegmentName> parse(QStringView name);

    bool operator==(const SegmentName &) const = default;
};

/// What a live playlist promises about all of its segments and parts. It must not change while players use the playlist
/// (draft-pantos-hls-rfc8216bis, 6.2.1).
struct PlaylistTargets
{
    std::chrono::seconds duration{}; ///< EXT-X-TARGETDURATION; 0: unknown
    std::chrono::milliseconds part{}; ///< PART-TARGET; 0: the playlist has had no parts yet

    bool operator==(const PlaylistTargets &) const = default;
};

/// The numbers of the next segment and of the next initialization section of a camera.
struct SegmentNumbers
{
    qint64 sequence = 0;
    qint64 init = 0;
    PlaylistTargets targets = {}; ///< of the playlist that is continued
};

/// Returns the file name of an initialization section: `init-<number>.mp4`.
QString initName(qint64 init);
/// Returns the number of an initialization section, or nothing unless `name` is exactly what initName() returns.
std::optional<qint64> parseInitName(QStringView name);

/// Returns the name of the empty file that holds the targets of the live playlist: `target-<seconds>`, or
/// `target-<seconds>-<milliseconds of a part>`.
QString targetName(const PlaylistTargets &targets);
/// Returns the targets, or nothing if `name` is not such a name.
std::optional<PlaylistTargets> parseTargetName(QStringView name);
