// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/playback/timelinemarks.h"
#include "server/core/db/database.h"

/// Finds the marks of a device's timeline. The database joins them to steps, so that a month of marks is as short as
/// its timeline.
class MarkTimes : public TimelineMarks
{
public:
    explicit MarkTimes(Database &database)
        : m_database(database)
    {
    }

    QList<TimelineMark> marks(AccountId account, DeviceId device, const QDateTime &from, const QDateTime &to,
                              qint64 stepMs) override;

private:
    Database &m_database;
};
