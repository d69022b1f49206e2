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

/// Stores the last minute of one camera as files: complete segments, and the initialization sections that they need.
///
/// Thread: one thread writes; any thread may read.
class SegmentRing
{
public:
    using Clock = std::chrono::steady_clock;

    /// Loads the index of the files on disk, and removes the unfinished files that a crash has left. The numbers of new
    /// files follow those on disk, and are not lower than `least`. Nothing is written while `disk` is full. `disk` may
    /// be null.
    SegmentRing(const QString &directory, std::chrono::milliseconds length, SegmentNumbers least = {},
                const DiskSpace *disk = nullptr);

    /// Adds an initialization section. Returns its number, or nothing if the disk refuses the file. The number is used
    /// again unless a segment that needs the section is added.
    ///
    /// Thread: the writing one.
    std::optional<qint64> addInit(const QByteArray &bytes);
    /// The time that a segment covers.
    struct Stretch
    {
        qint64 startMs = 0; ///< milliseconds since the epoch
        qint64 durationMs = 0;
        bool continues = false; ///< see SegmentName
    };
    /// Adds a segment with the next sequence number, and removes the segments that exceed the length of the ring.
    /// Returns false if the disk refuses the file.
    ///
    /// Thread: the writing one.
    bool add(const Stretch &stretch, qint64 init, const QByteArray &bytes);
    /// Extends the segment that is being recorded to this length. Returns false if the live playlist does not allow the
    /// length. A live playlist that begins later takes the length into account.
    ///
    /// Thread: the writing one.
    bool extend(std::chrono::milliseconds length);
    /// Returns the numbers of the next segment and of the next initialization section.
    SegmentNumbers next() const;

    /// What a live playlist shows.
    struct Live
    {
        QList<SegmentName> segments; ///< the oldest first
        std::chrono::seconds targetDuration{}; ///< EXT-X-TARGETDURATION
    };
    /// Returns the content of the live playlist. The target duration does not change while the playlist is requested at
    /// least once per minute, because RFC 8216 (6.2.1) forbids it. After a minute without requests, a new playlist
    /// begins. Its target duration is that of the longest segment.
    Live live(Clock::time_point now = Clock::now());

    /// Makes add() keep all segments that end after this time (milliseconds since the epoch), even if they exceed the
    /// length of the ring. Without a value, only the length of the ring counts.
    ///
    /// Thread: the writing one.
    void keepFrom(std::optional<qint64> milliseconds) { m_keepFrom = milliseconds; }

    /// Returns all segments, the oldest first.
    QList<SegmentName> segments() const;
    std::optional<SegmentName> newest() const;
    /// Returns the path of a segment or of an initialization section, or nothing if the ring does not have it.
    std::optional<QString> path(QStringView name) const;

    /// A segment and its initialization section. Their files are open, so that they can be read even after the ring has
    /// removed them.
    struct OpenSegment
    {
        SegmentName name;
        std::shared_ptr<QFile> init;
        std::shared_ptr<QFile> media;
    };
    /// Opens all segments that overlap the time from `fromMs` to `toMs` (milliseconds since the epoch), and the
    /// segments before them that decoding requires. Returns them in order, the oldest first.
    std::vector<OpenSegment> openBetween(qint64 fromMs, qint64 toMs) const;

    // The following functions read a ring on disk that no camera of this process writes: the ring of a camera that was
    // closed, or of another server. They correspond to the member functions above.

    static QList<SegmentName> segmentsIn(const QString &directory);
    static std::optional<SegmentName> newestIn(const QString &directory);
    /// Returns the target duration of the last live playlist.
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
    std::optional<qint64> m_keepFrom; ///< used only on the writing thread
    mutable std::mutex m_mutex; ///< protects the members below
    QList<SegmentName> m_segments;
    SegmentNumbers m_next;
    std::chrono::milliseconds m_open{}; ///< length of the segment that is being recorded
    std::chrono::seconds m_target{}; ///< target duration of the last live playlist; 0: there was none
    Clock::time_point m_asked; ///< time of the last call of live()
};

/// Returns the text of a live playlist, or an empty array if there are no segments. The playlist begins with a key
/// frame and lists the segments of the last `window`, but at least three if there are as many. The URIs are
/// `segments/<name>`, relative to the playlist, followed by `?<suffix>` unless the suffix is empty.
QByteArray livePlaylist(const SegmentRing::Live &live, std::chrono::milliseconds window, const QByteArray &suffix);
