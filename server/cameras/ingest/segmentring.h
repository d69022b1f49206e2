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

/// The last minute of one camera, as files: whole segments only, and the initialization sections they need. One thread
/// writes, any may read.
class SegmentRing
{
public:
    /// Takes over what is on disk, and removes what a crash left unfinished. `after`: the last segment of another
    /// server that read the camera until now; this ring goes on with its numbers, so that one playlist can list both.
    SegmentRing(const QString &directory, std::chrono::milliseconds length, std::optional<SegmentName> after = {});

    /// Keeps a new initialization section; nothing when the disk refuses.
    std::optional<qint64> addInit(const QByteArray &bytes);
    /// Keeps a segment under the next sequence number, and drops those that are older than the ring is long. False when
    /// the disk refuses.
    bool add(qint64 startMs, qint64 durationMs, qint64 init, const QByteArray &bytes);

    /// Lets add() keep segments that end after this time beyond the length of the ring; of the writing thread. No
    /// value: none.
    void keepFrom(std::optional<qint64> milliseconds) { m_keepFrom = milliseconds; }

    /// The oldest first.
    QList<SegmentName> segments() const;
    std::optional<SegmentName> newest() const;
    /// The path of a file that the ring holds.
    std::optional<QString> path(QStringView name) const;

    /// A segment, or its initialization section, held open: it can be read even when it is pruned meanwhile.
    struct OpenSegment
    {
        SegmentName name;
        std::shared_ptr<QFile> init;
        std::shared_ptr<QFile> media;
    };
    /// All segments that touch the time from `fromMs` to `toMs`, the oldest first.
    std::vector<OpenSegment> openBetween(qint64 fromMs, qint64 toMs) const;

    /// The same of a ring on disk that no camera of this process writes: one that was closed, or another server's.
    static QList<SegmentName> segmentsIn(const QString &directory);
    static std::optional<SegmentName> newestIn(const QString &directory);
    static std::optional<QString> pathIn(const QString &directory, QStringView name);
    static std::vector<OpenSegment> openBetween(const QString &directory, qint64 fromMs, qint64 toMs);

private:
    void load(const std::optional<SegmentName> &after);
    bool isFresh() const;
    QStringList append(const SegmentName &name);
    bool write(const QString &name, const QByteArray &bytes) const;
    QString filePath(const QString &name) const;

    const QString m_directory;
    const std::chrono::milliseconds m_length;
    qint64 m_nextSequence = 0; ///< of the writing thread, as is m_nextInit
    qint64 m_nextInit = 0;
    std::optional<qint64> m_keepFrom; ///< of the writing thread
    mutable std::mutex m_mutex; ///< of m_segments
    QList<SegmentName> m_segments;
};
