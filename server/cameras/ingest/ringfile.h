// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentname.h"
#include "server/cameras/recording/filepart.h"
#include "server/cameras/recording/fragmentlist.h"
#include "server/cameras/recording/recordedfile.h"
#include "server/cameras/recording/recordingname.h"

#include <QFile>
#include <QSize>

#include <memory>
#include <vector>

/// What is known about the pictures of an initialization section.
struct TrackInfo
{
    QString codec = {}; ///< such as `h264`; empty: unknown
    QSize size = {}; ///< of upright pictures in square pixels
};

/// A file of segments, as a ring knows it. Its fragments are the segments, with consecutive numbers.
struct RingFile
{
    /// What becomes of the file when no segment of it is in the ring any more.
    enum class Fate {
        Undecided, ///< removed, unless the ring is indexed
        Kept, ///< stays, because the index lists it
        Dropped, ///< removed
    };

    RecordingName name;
    QString path;
    qint64 init = 0; ///< number of the initialization section
    qint64 initBytes = 0; ///< size of the initialization section
    Fragments fragments = {};
    TrackInfo track = {};
    RecordedFile::Gap gap = RecordedFile::Gap::None; ///< the reason for a gap before the file, if there is one
    bool isOpen = false; ///< the file still grows
    Fate fate = Fate::Undecided;

    /// What is known of a file in which fragments were erased. The numbers of the others do not follow each other.
    struct Erased
    {
        QList<qint64> numbers; ///< of the fragments
        qint64 endSequence = 0;
        qint64 endOffset = 0;
    };
    std::optional<Erased> erased = {};

    /// Returns the number of a fragment.
    qint64 sequence(qsizetype index) const { return erased ? erased->numbers[index] : name.sequence + index; }
    /// Returns the number after the last segment.
    qint64 endSequence() const { return erased ? erased->endSequence : name.sequence + fragments.size(); }
    qint64 endOffset() const
    {
        return erased ? erased->endOffset : fragments.isEmpty() ? initBytes : fragments.constLast().endOffset();
    }
    SegmentName segment(qsizetype index) const;
    FilePart place(qsizetype index) const;
    FilePart initPlace() const { return {path, 0, initBytes}; }

    /// Reads the fragments of a file on disk. Returns nothing if it has none that are complete.
    static std::optional<RingFile> read(const QString &folder, const RecordingName &name);
};

/// A segment and its initialization section. The file is open, so that it can be read even after the ring has removed
/// it.
struct OpenSegment
{
    SegmentName name;
    std::shared_ptr<QFile> file;
    qint64 initBytes = 0; ///< size of the initialization section, at the start of the file
    qint64 offset = 0;
    qint64 bytes = 0;

    /// Returns whether both have the same initialization section and timeline.
    bool continuesWith(const OpenSegment &next) const;
    QByteArray read() const;
};

/// Reads the ring of a camera in a folder. The functions need no camera: it may be closed, or of another server.
namespace RingFolder {

/// Returns the newest files that together cover `length`, the oldest first. Ends before a file in which fragments were
/// erased: the numbers of a live playlist follow each other.
QList<RingFile> newestFiles(const QString &folder, std::chrono::milliseconds length);
/// Returns the segments of the last minutes, the oldest first.
QList<SegmentName> segments(const QString &folder);
std::optional<SegmentName> newest(const QString &folder);
/// Returns the number of the newest initialization section, even if no segment of it is complete. Players may know it.
std::optional<qint64> newestInit(const QString &folder);
/// Returns the targets of the last live playlist.
PlaylistTargets targets(const QString &folder);
/// Returns the place of a segment or of an initialization section, or nothing if the ring does not have it.
std::optional<FilePart> place(const QString &folder, QStringView name);
/// Opens all segments that overlap the time from `fromMs` to `toMs` (milliseconds since the epoch), and the segments
/// before them that decoding requires. Returns them in order, the oldest first.
std::vector<OpenSegment> openBetween(const QString &folder, qint64 fromMs, qint64 toMs);
/// The same for files that are known.
std::vector<OpenSegment> openBetween(const QList<RingFile> &files, qint64 fromMs, qint64 toMs);
/// How much longer than the target duration a segment may be. Its duration is rounded before both are compared (RFC
/// 8216, 4.3.3.1), and key frames sometimes come a little late.
constexpr std::chrono::milliseconds targetSlack{250};
/// Returns the target duration of a playlist with these segments, if another one of this length may follow.
std::chrono::seconds targetFor(const QList<SegmentName> &segments, std::chrono::milliseconds longest);
}
