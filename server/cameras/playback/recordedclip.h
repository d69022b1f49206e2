// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/playback/mp4boxes.h"
#include "server/cameras/playback/recordedspan.h"
#include "server/cameras/playback/runningclips.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <memory>

/// What a clip consists of: parts of one format that this server has.
struct ClipPlan
{
    QList<RecordedPart> parts; ///< never empty
    QStringList paths; ///< of each part's file
    std::shared_ptr<QFile> first; ///< the file of the first part, open
    /// The local copies of the media store, open: they may be removed at any time.
    QHash<QString, std::shared_ptr<QFile>> copies;
    QByteArray init; ///< the initialization section that all files have
    QList<Mp4::Track> tracks;

    static constexpr qsizetype mostCopies = 64;

    qint64 startMs() const { return parts.constFirst().startMs(); } ///< milliseconds since the epoch
    qint64 endMs() const { return parts.constLast().endMs(); } ///< milliseconds since the epoch

    /// Returns the parts from the first on that are in one storage and have one format, as a file can hold only one. Of
    /// the media store no more is used than its local copies can hold, and no more than `mostCopies` files.
    /// Returns nothing if the first file is not here or is damaged.
    static std::optional<ClipPlan> of(const QList<RecordedPart> &parts, const RecordedSpan &span);
};

/// A part of a recording as one fragmented MP4 file that begins at time 0, cut while it is read. The media are the
/// bytes of the recorded files; only the headers in the fragments are rewritten. Gaps are left out. A `prft` box before
/// each fragment states its time of capture. Holds one file open, and the headers of one fragment at a time. A clip may
/// consist of thousands of files.
///
/// Thread: made on any thread, without an affinity; whoever reads it moves it to its own thread first.
class RecordedClip : public QIODevice
{
public:
    /// The clip ends early once `end` is true; null: it does not.
    explicit RecordedClip(ClipPlan plan, RunningClips::End end = nullptr);

    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    /// A fragment in the clip.
    struct Piece
    {
        qint64 position = 0; ///< in the clip, in bytes
        qint64 offset = 0; ///< in its file
        qint64 startMs = 0; ///< time of capture, milliseconds since the epoch
        int file = 0; ///< index of its file
        int run = 0; ///< index of its run
    };
    /// A part of a fragment: a header that replaces the recorded one, and the media after it.
    struct Section
    {
        qint64 position = 0; ///< in the piece, in bytes
        QByteArray header;
        qint64 mediaOffset = 0; ///< in the file
    };
    /// Pieces with one timeline, without a gap.
    struct Run
    {
        qsizetype first = 0; ///< index of the first piece
        qint64 clipMs = 0; ///< where the run begins in the clip
    };

    bool load(qsizetype piece);
    bool chooseFile(int file);
    QByteArray moofAt(qint64 offset);
    qint64 endOf(qsizetype piece) const;
    bool findBase(int run);
    quint64 shifted(const Piece &piece, quint32 track, quint64 time) const;
    quint32 timescaleOf(quint32 track) const;

    const RunningClips::End m_end;
    const QStringList m_paths; ///< of the files, by Piece::file
    const QHash<QString, std::shared_ptr<QFile>> m_copies; ///< see ClipPlan
    const QList<Mp4::Track> m_tracks;
    QByteArray m_head; ///< the initialization section
    QList<Piece> m_pieces;
    QList<Run> m_runs;
    qint64 m_size = 0;
    std::shared_ptr<QFile> m_file; ///< the one that was read last
    qsizetype m_loaded = -1; ///< the piece of m_sections
    QList<Section> m_sections;
    int m_base = -1; ///< the run of the following member
    double m_baseSeconds = 0; ///< when the first track of the run begins, in its own timeline
};
