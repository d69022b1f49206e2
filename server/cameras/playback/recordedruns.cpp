// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/recordedruns.h"

#include "server/cameras/recording/recordingstore.h"

namespace {
/// A run of files as the database joins them.
class FileRun
{
    Q_GADGET
    Q_PROPERTY(qint64 startMs MEMBER startMs)
    Q_PROPERTY(qint64 endMs MEMBER endMs)
    Q_PROPERTY(RecordedFile::Gap gap MEMBER gap)
    Q_PROPERTY(qint64 openFiles MEMBER openFiles)

public:
    qint64 startMs = 0;
    qint64 endMs = 0;
    RecordedFile::Gap gap = RecordedFile::Gap::None;
    qint64 openFiles = 0;
};

/// Numbers the runs of files that follow each other within a time, and returns a row for each.
constexpr auto runsSql =
    "SELECT min(started_at) AS start_ms, max(ended_at) AS end_ms, max(CASE WHEN begins = 1 THEN gap ELSE '' END) AS "
    "gap, "
    "sum(opened) AS open_files "
    "FROM (SELECT started_at, ended_at, gap, opened, begins, sum(begins) OVER (ORDER BY started_at, recording_id) AS "
    "run "
    "FROM (SELECT recording_id, started_at, ended_at, gap, CASE WHEN is_open THEN 1 ELSE 0 END AS opened, "
    "CASE WHEN started_at - max(ended_at) OVER (ORDER BY started_at, recording_id ROWS BETWEEN UNBOUNDED PRECEDING AND "
    "1 PRECEDING) <= ? THEN 0 ELSE 1 END AS begins "
    "FROM recording WHERE device_id = ? AND started_at < ? AND started_at > ? AND (ended_at > ? OR is_open)) AS files) "
    "AS numbered GROUP BY run ORDER BY 1";
}

/// The enumerations have the same values, but for what a user has deleted.
TimelineGap::Cause causeOf(RecordedFile::Gap gap) { return TimelineGap::Cause(int(gap)); }

QList<RecordedRun> RecordedRuns::between(DeviceId device, const QDateTime &from, const QDateTime &to, qint64 gapMs)
{
    const auto longestFile = std::chrono::milliseconds(RecordingStore::longestFile).count();
    QList<RecordedRun> runs;
    for (const FileRun &row : m_database.select<FileRun>(runsSql, gapMs, device, to, from.addMSecs(-longestFile), from))
        runs += {row.startMs, row.endMs, causeOf(row.gap), row.openFiles > 0};
    return runs;
}

#include "recordedruns.moc"
