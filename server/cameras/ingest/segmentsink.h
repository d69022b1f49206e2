// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/ringfile.h"

#include <chrono>
#include <optional>

/// What a Segmenter writes to: a ring, or a queue before it.
///
/// Thread: one at a time.
class SegmentSink
{
public:
    SegmentSink() = default;
    virtual ~SegmentSink() = default;
    Q_DISABLE_COPY_MOVE(SegmentSink)

    /// The time that a segment covers.
    struct Stretch
    {
        qint64 startMs = 0; ///< milliseconds since the epoch
        qint64 durationMs = 0;
        bool continues = false; ///< see SegmentName
    };

    /// Sets the initialization section of the segments that follow, and returns its number.
    virtual qint64 addInit(const QByteArray &bytes, const TrackInfo &track) = 0;
    /// Adds a part of the segment that is being recorded, but not the last, which add() takes. `part` states the time
    /// of the part. The first part begins the segment. Returns false if the part is refused; the rest of the segment is
    /// refused as well then.
    virtual bool addPart(const Stretch &part, qint64 init, const QByteArray &bytes) = 0;
    /// Adds a segment. `stretch` states the time of the segment, and `bytes` are what addPart() has not written of it.
    /// `init` is the number that addInit() has returned last. Returns false if the segment is refused.
    virtual bool add(const Stretch &stretch, qint64 init, const QByteArray &bytes) = 0;
    /// Extends the segment that is being recorded to this length. Returns false if the live playlist does not allow the
    /// length. A live playlist that begins later takes the length into account.
    virtual bool extend(std::chrono::milliseconds length) = 0;
    /// Returns the PART-TARGET of the live playlist, or nothing while no player uses the playlist.
    virtual std::optional<std::chrono::milliseconds> partTarget() const = 0;
};
