// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/filepart.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// The name of a part of a segment: `part-<sequence>-<index>-<edition>.m4s`. It is known before the part exists, so
/// that a playlist can announce it. The edition distinguishes it from a part that was recorded under the same numbers
/// before, and whose segment was lost with a crash or refused by the disk: a name never stands for other bytes.
struct PartName
{
    qint64 sequence = 0; ///< of the segment
    int index = 0; ///< in the segment
    quint64 edition = 0; ///< see SegmentRing::edition()

    QString toString() const;
    /// Returns nothing unless `name` is exactly what toString() returns.
    static std::optional<PartName> parse(QStringView name);
};

/// A segment and the parts of it that are complete. See draft-pantos-hls-rfc8216bis, 4.4.4.9.
struct SegmentParts
{
    struct Part
    {
        qint64 durationMs = 0;
        qint64 offset = 0; ///< in the file, in bytes
        qint64 bytes = 0;
    };

    qint64 sequence = 0; ///< of the segment
    quint64 edition = 0; ///< of the names of the parts
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 init = 0; ///< number of the initialization section
    bool continues = false; ///< the segment starts between key frames
    bool isOpen = true; ///< more parts follow
    QString path; ///< of the file
    qint64 initBytes = 0; ///< size of the initialization section, at the start of the file
    QList<Part> parts;

    qint64 durationMs() const; ///< of all parts
};

/// The parts of the newest segments of a camera. Older segments are played as a whole.
///
/// Thread: the caller's lock.
class LiveParts
{
public:
    /// Returns the segment that is being recorded, or null.
    const SegmentParts *open() const;
    void begin(SegmentParts segment);
    void add(const SegmentParts::Part &part);
    /// Ends the segment that is being recorded.
    void end();
    /// Forgets the segment that is being recorded, because the disk has refused it.
    void drop();

    /// Returns the segments, the oldest first.
    const QList<SegmentParts> &segments() const { return m_segments; }
    /// Returns the PART-TARGET of a playlist that begins with these parts. It is a little longer than the median of
    /// their durations, which a stall of the camera does not change.
    std::chrono::milliseconds target() const;
    /// Returns the shortest duration of a part under a PART-TARGET. Only the last part of a segment may be shorter
    /// (draft-pantos-hls-rfc8216bis, 4.4.4.9).
    static std::chrono::milliseconds shortest(std::chrono::milliseconds target);
    std::optional<FilePart> place(const PartName &name) const;

private:
    QList<SegmentParts> m_segments;
};
