// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// The file name of a segment: `<sequence>-<start>-<duration>-<init>.m4s`. The name contains all data of the index, so
/// the directory is the index and a crash cannot make them inconsistent.
struct SegmentName
{
    qint64 sequence = 0; ///< EXT-X-MEDIA-SEQUENCE: consecutive, also across restarts
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 durationMs = 0;
    qint64 init = 0; ///< number of the initialization section; each connection has a new one

    qint64 endMs() const { return startMs + durationMs; }
    QString toString() const;
    /// Returns nothing unless `name` is exactly what toString() returns.
    static std::optional<SegmentName> parse(QStringView name);

    bool operator==(const SegmentName &) const = default;
};

/// Returns the file name of an initialization section: `init-<number>.mp4`.
QString initName(qint64 init);
std::optional<qint64> parseInitName(QStringView name);
