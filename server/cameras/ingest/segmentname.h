// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// A segment's file name, which is all that the index knows of it: `<sequence>-<start>-<duration>-<init>.m4s`.
/// The directory is thereby its own index, and a crash cannot leave the two at odds.
struct SegmentName
{
    qint64 sequence = 0; ///< EXT-X-MEDIA-SEQUENCE: one more than the segment before, also after a restart
    qint64 startMs = 0; ///< UTC, since the epoch
    qint64 durationMs = 0;
    qint64 init = 0; ///< of the initialization section it needs; a new one begins with each connection

    qint64 endMs() const { return startMs + durationMs; }
    QString toString() const;
    /// Only what toString() writes: no other spelling, no path.
    static std::optional<SegmentName> parse(QStringView name);

    bool operator==(const SegmentName &) const = default;
};

/// `init-<number>.mp4`
QString initName(qint64 init);
std::optional<qint64> parseInitName(QStringView name);
