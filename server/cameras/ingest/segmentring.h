// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/liveedge.h"
#include "server/cameras/ingest/liveparts.h"
#include "server/cameras/ingest/ringfile.h"
#include "server/cameras/ingest/segmentsink.h"
#include "server/cameras/recording/recordingwriter.h"

#include <atomic>
#include <mutex>

class DiskSpace;

/// Records the segments of one camera in files that grow by parts of segments, and keeps the last minute for live
/// playlists and clips. A file holds minutes of one initialization section, and is a fragmented MP4.
///
/// Thread: one thread writes; any thread may read.
class SegmentRing : public SegmentSink
{
public:
    using Clock = std::chrono::steady_clock;

    struct Settings
    {
        std::chrono::milliseconds length{60'000}; ///< of the ring
        std::chrono::milliseconds fileLength{10'000}; ///< a file ends at the first key frame after this length
        qint64 fileBytes = 1 << 30; ///< a file ends at the first key frame after this size
        bool indexed = false; ///< files stay until decide() is called for them
        const DiskSpace *disk = nullptr; ///< nothing is written while it is full; may be null
    };

    /// Loads the newest files on disk, and cuts off what a crash has left unfinished. The numbers of new segments
    /// follow those on disk, and are not lower than `least`.
    SegmentRing(const QString &directory, Settings settings, SegmentNumbers least = {});
    SegmentRing(const QString &directory, std::chrono::milliseconds length, SegmentNumbers least = {})
        : SegmentRing(directory, Settings{.length = length}, least)
    {
    }
    /// Calls endFile().
    ~SegmentRing() override;

    /// Sets the initialization section of the segments that follow, and returns its number. The number is used again
    /// unless a segment or a part is added.
    ///
    /// Thread: the writing one.
    qint64 addInit(const QByteArray &bytes, const TrackInfo &track = {}) override;
    /// Adds a part of the segment that is being recorded, but not the last, which add() takes. `part` states the time
    /// of the part. The first part begins the segment. Returns false if the disk refuses the part; the rest of the
    /// segment is refused as well then.
    ///
    /// Thread: the writing one.
    bool addPart(const Stretch &part, qint64 init, const QByteArray &bytes) override;
    /// Adds a segment with the next sequence number, and removes the segments that exceed the length of the ring.
    /// `stretch` states the time of the segment, and `bytes` are what addPart() has not written of it.
    /// `init` is the number that addInit() has returned last. Returns false if the disk refuses the segment; the file
    /// ends then, and the next segment begins another.
    ///
    /// Thread: the writing one.
    bool add(const Stretch &stretch, qint64 init, const QByteArray &bytes) override;
    /// Ends the file, because the next segment does not continue the timeline. `gap` becomes the reason for the time
    /// until then.
    ///
    /// Thread: the writing one.
    void endFile(RecordedFile::Gap gap);
    /// Thread: any.
    bool extend(std::chrono::milliseconds length) override;
    std::optional<std::chrono::milliseconds> partTarget() const override;
    /// Returns the numbers of the next segment and of the next initialization section.
    SegmentNumbers next() const;
    /// Returns a random number that distinguishes the parts of the segment that is being recorded from those that have
    /// been recorded under the same sequence number: by this ring, if the disk has refused their segment, or by another
    /// one before.
    quint64 edition() const { return m_edge->edition(); }

    /// What a live playlist shows.
    struct Live
    {
        QList<SegmentName> segments; ///< the oldest first
        std::chrono::seconds targetDuration{}; ///< EXT-X-TARGETDURATION
        QList<SegmentParts> parts = {}; ///< of the newest segments; empty: the camera is recorded by whole segments
        std::chrono::milliseconds partTarget{}; ///< PART-TARGET
        quint64 edition = 0; ///< of the next part

        /// Returns whether there is media of the last minute. A playlist without it is outdated.
        bool isCurrent() const;
        /// Puts the segments of another ring before these.
        void follow(const Live &earlier);
    };
    /// Returns the content of the live playlist. The targets do not change while the playlist is requested at least
    /// once per minute, because RFC 8216 (6.2.1) forbids it. After a minute without requests, a new playlist begins.
    /// Its target duration is that of the longest segment, and PART-TARGET follows the pace of the camera.
    Live live(Clock::time_point now = Clock::now());

    /// Makes add() keep all segments that end after this time (milliseconds since the epoch), even if they exceed the
    /// length of the ring. Without a value, only the length of the ring counts.
    void keepFrom(std::optional<qint64> milliseconds);
    /// Sets Settings::fileLength.
    void setFileLength(std::chrono::milliseconds length) { m_fileLength = length.count(); }

    /// Returns all segments, the oldest first.
    QList<SegmentName> segments() const;
    std::optional<SegmentName> newest() const;
    /// Returns the start of the newest segment that begins with a key frame, complete or not (milliseconds since the
    /// epoch). Returns nothing until the first part or segment after an interruption of the recording.
    std::optional<qint64> newestKey() const;
    /// Returns the place of a segment, of a part, or of an initialization section, or nothing if the ring does not have
    /// it.
    std::optional<FilePart> place(QStringView name) const;
    /// Opens all segments that overlap the time from `fromMs` to `toMs` (milliseconds since the epoch), and the
    /// segments before them that decoding requires. Returns them in order, the oldest first. Reads the index of older
    /// files from the disk.
    std::vector<OpenSegment> openBetween(qint64 fromMs, qint64 toMs) const;
    /// Opens the segments from newestKey() on, and the parts of the segment that is being recorded as one more.
    std::vector<OpenSegment> openNewest() const;

    /// Returns what holds the requests of players that wait for the next part.
    const std::shared_ptr<LiveEdge> &edge() const { return m_edge; }

    /// Returns the files that are known: those of the ring, and those whose fate is undecided. The oldest is first.
    QList<RingFile> files() const;
    /// Decides what becomes of a file. A file that is dropped stays for as long as the ring needs it. Does nothing if
    /// the file is not known.
    void decide(RecordingId file, RingFile::Fate fate);
    /// Ends the ring after a file, of which parts are to be erased. Returns the end of the file (milliseconds since the
    /// epoch), or nothing if the ring does not have the file, or the file still grows.
    std::optional<qint64> leave(RecordingId file);

private:
    void load(const SegmentNumbers &least);
    bool begin(qint64 init);
    bool mustBegin(const Stretch &stretch, qint64 init) const;
    bool refused();
    void renew();
    bool isWritable(const Stretch &stretch, qint64 init);
    void notePart(const Stretch &part, qint64 init, const QByteArray &bytes);
    void announce(const QByteArray &bytes);
    QStringList append(const Fragment &fragment, qint64 init);
    void shift();
    QList<SegmentName> heldSegments() const;
    std::optional<qint64> heldNewestKey() const;
    QStringList takeUnneeded();
    void storeTargets();
    bool isFollowed(Clock::time_point now) const;

    const QString m_directory;
    const Settings m_settings;
    std::atomic<qint64> m_fileLength; ///< milliseconds
    // The following members are used only on the writing thread.
    QByteArray m_init; ///< the initialization section that addInit() has set
    TrackInfo m_track;
    RecordingWriter m_writer;
    std::optional<RingFile> m_begun; ///< a file without segments
    std::optional<qint64> m_box; ///< offset of the segment that is being recorded, if it has parts
    PlaylistTargets m_storedTargets; ///< those on disk
    bool m_refusesRest = false; ///< the disk has refused a part, so the rest of the segment is of no use
    const std::shared_ptr<LiveEdge> m_edge = std::make_shared<LiveEdge>();
    mutable std::mutex m_mutex; ///< protects the members below
    std::optional<qint64> m_keepFrom;
    /// The reason for a gap before the next segment. Only the writing thread changes it.
    RecordedFile::Gap m_gap = RecordedFile::Gap::Server;
    QList<RingFile> m_files;
    LiveParts m_parts;
    qint64 m_first = 0; ///< number of the first segment in the ring
    SegmentNumbers m_next;
    std::chrono::milliseconds m_open{}; ///< length of the segment that is being recorded
    PlaylistTargets m_targets; ///< of the last live playlist; 0: there was none
    Clock::time_point m_asked; ///< time of the last call of live()
};

/// Returns the text of a live playlist, or an empty array if there are no segments. The playlist begins with a key
/// frame and lists the segments of the last `window`, but at least three if there are as many. The URIs are
/// `segments/<name>`, relative to the playlist, followed by `?<suffix>` unless the suffix is empty. If there are parts,
/// the playlist lists those of the newest segments, and players may wait for the next one (low-latency HLS).
QByteArray livePlaylist(const SegmentRing::Live &live, std::chrono::milliseconds window, const QByteArray &suffix);
