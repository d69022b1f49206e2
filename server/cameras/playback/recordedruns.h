// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/timeline.h"
#include "server/cameras/recording/recordedfile.h"
#include "server/core/db/database.h"

/// A span of time in which a device was recorded, before it is rounded to the steps of a timeline.
struct RecordedRun
{
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 endMs = 0;
    TimelineGap::Cause cause = TimelineGap::Cause::None; ///< of the gap before it
    bool isOpen = false; ///< it is being recorded
};

/// Finds when a device was recorded, by the rows of its files alone.
class RecordedRuns
{
public:
    explicit RecordedRuns(Database &database)
        : m_database(database)
    {
    }

    /// Returns the runs that reach into the time from `from` to `to`, in order. Files between which there are at most
    /// `gapMs` milliseconds belong to one run. The database joins them, so that a month is a few rows.
    QList<RecordedRun> between(DeviceId device, const QDateTime &from, const QDateTime &to, qint64 gapMs);

private:
    Database &m_database;
};

/// Returns the cause of a gap as timelines state it.
TimelineGap::Cause causeOf(RecordedFile::Gap gap);
