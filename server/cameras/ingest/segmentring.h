// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentname.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

class DiskSpace;

/// The last minute of one camera as files: complete segments, and the initialization sections that they need.
///
/// Thread: one thread writes; any thread may read.
class SegmentRing
{
public:
    using Clock = std::chrono::steady_clock;

    /// Takes over the files on disk, and removes the unfinished files that a crash has left. The numbers continue those
    /// of the files, and are at least `least`. Nothing is written while `disk` is full; `disk` may be null.
    SegmentRing(const QString &directory, std::chrono::milliseconds length, SegmentNumbers least = {},
                const DiskSpace *disk = nullptr);

    /// Adds an initialization section. Returns its number, or nothing if the disk refuses. The number is used again
    /// unless a segment is added that needs the section.
    std::optional<qint64> addInit(const QByteArray &bytes);
    /// The time that a segment covers.
    struct Stretch
    {
        qint64 startMs = 0; ///< milliseconds since the epoch
        qint64 durationMs = 0;
        bool continues = false; ///< see SegmentName
    };
    /// Adds a segment under the next sequence number, and removes the segments that exceed the length of the ring.
    /// Returns false if the disk refuses.
    bool add(const Stretch &stretch, qint64 init, const QByteArray &bytes);
    /// Returns true if the segment that is being recorded may become that long. Its length counts in the next live
    /// playlist.
    bool allows(std::chrono::milliseconds length);
    SegmentNumbers next() const;

    /// What a live playlist shows.
    struct Live
    {
        QList<SegmentName> segments; ///< the oldest first
        std::chrono::seconds targetDuration{}; ///< EXT-X-TARGETDURATION
    };
    /// Returns the live playlist. Its target duration stays the same as long as somebody asks for the playlist at least
    /// once a minute, because RFC 8216 (6.2.1) does not allow a playlist to change it. After that, a new playlist
    /// begins, with the target duration that the camera's key frames suggest.
    Live live(Clock::time_point now = Clock::now());

    /// Lets add() keep segments that end after this time beyond the length of the ring. No value: none.
    ///
    /// Thread: the writing one.
    void keepFrom(std::optional<qint64> milliseconds) { m_keepFrom = milliseconds; }

    /// Returns all segments, the oldest first.
    QList<SegmentName> segments() const;
    std::optional<SegmentName> newest() const;
    /// Returns the path of a file that the ring holds.
    std::optional<QString> path(QStringView name) const;

    /// A segment and its initialization section, held open, so that they can be read even after the ring has removed
    /// them.
    struct OpenSegment
    {
        SegmentName name;
        std::shared_ptr<QFile> init;
        std::shared_ptr<QFile> media;
    };
    /// Returns all segments that touch the time from `fromMs` to `toMs`, the oldest first, and before them the segments
    /// that are needed to decode them.
    std::vector<OpenSegment> openBetween(qint64 fromMs, qint64 toMs) const;

    /// The same of a ring on disk that no camera of this process writes: one that was closed, or another server's.
    static QList<SegmentName> segmentsIn(const QString &directory);
    static std::optional<SegmentName> newestIn(const QString &directory);
    /// Returns the target duration of its live playlist.
    static std::chrono::seconds targetIn(const QString &directory);
    static std::optional<QString> pathIn(const QString &directory, QStringView name);
    static std::vector<OpenSegment> openBetween(const QString &directory, qint64 fromMs, qint64 toMs);

private:
    void load(const SegmentNumbers &least);
    QStringList append(const SegmentName &name);
    bool write(const QString &name, const QByteArray &bytes) const;
    QString filePath(const QString &name) const;
    void setTarget(std::chrono::seconds target);
    bool isFollowed(Clock::time_point now) const;

    const QString m_directory;
    const std::chrono::milliseconds m_length;
    const DiskSpace *const m_disk;
    std::optional<qint64> m_keepFrom; ///< of the writing thread
    mutable std::mutex m_mutex; ///< protects the members below
    QList<SegmentName> m_segments;
    SegmentNumbers m_next;
    std::chrono::milliseconds m_open{}; ///< length of the segment that is being recorded
    std::chrono::seconds m_target{}; ///< of the latest live playlist; 0: there was none
    Clock::time_point m_asked; ///< when somebody asked for it last
};

/// Returns the live playlist of the newest segments, or an empty array if there are no segments. The playlist covers
/// the last `window`, and at least three segments if they exist, and begins with a key frame. The URIs are
/// `segments/<name>`, relative to the playlist, followed by `?<suffix>` unless the suffix is empty.
QByteArray livePlaylist(const SegmentRing::Live &live, std::chrono::milliseconds window, const QByteArray &suffix);
