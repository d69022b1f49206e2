// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QList>
#include <QObject>

/// A span of time that was recorded without a gap.
class TimelineSpan
{
    Q_GADGET
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)

public:
    QDateTime from;
    QDateTime to;

    friend bool operator==(const TimelineSpan &, const TimelineSpan &) = default;
};

/// A span of time that was not recorded.
class TimelineGap
{
    Q_GADGET
    Q_CLASSINFO(
        "cause.doc",
        "`camera_lost`: the camera sent no pictures. `off`: the capture mode did not ask for a recording. `disk`: "
        "the disk refused it. `server`: the server was not running. `deleted`: a user has deleted the "
        "recording. `none`: unknown, because nothing was recorded before, or the recording is past its limits.")
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)
    Q_PROPERTY(Cause cause MEMBER cause DESIGNABLE false)

public:
    enum class Cause { None, CameraLost, Off, Disk, Server, Deleted };
    Q_ENUM(Cause)

    QDateTime from;
    QDateTime to;
    Cause cause = Cause::None;

    friend bool operator==(const TimelineGap &, const TimelineGap &) = default;
};

/// The marks that start in one step of the timeline.
class TimelineMark
{
    Q_GADGET
    Q_CLASSINFO("from.doc", "When the first of them starts.")
    Q_CLASSINFO("to.doc", "When the last of them ends.")
    Q_CLASSINFO("label.optional", "true")
    Q_CLASSINFO("label.doc", "Their label; absent if their labels differ.")
    Q_CLASSINFO("markId.optional", "true")
    Q_CLASSINFO("markId.doc", "The mark; absent if there are several.")
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)
    Q_PROPERTY(qint64 count MEMBER count DESIGNABLE false)
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(DeviceMarkId markId MEMBER markId DESIGNABLE false)

public:
    QDateTime from;
    QDateTime to;
    qint64 count = 0;
    QString label;
    DeviceMarkId markId;

    friend bool operator==(const TimelineMark &, const TimelineMark &) = default;
};

/// The most motion in one step of the timeline.
class TimelineMotion
{
    Q_GADGET
    Q_CLASSINFO("level.doc", "1 (least) to 15 (most).")
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(int level MEMBER level DESIGNABLE false)

public:
    QDateTime from;
    int level = 0;

    friend bool operator==(const TimelineMotion &, const TimelineMotion &) = default;
};

/// What is there to see of a device in a span of time.
class Timeline
{
    Q_GADGET
    Q_CLASSINFO("to.doc", "End of the timeline, which is never in the future.")
    Q_CLASSINFO("resolution.doc", "Length of a step in seconds. Gaps that are shorter are left out.")
    Q_CLASSINFO("spans.doc", "What was recorded, in order. Spans and gaps together cover the timeline.")
    Q_CLASSINFO("marks.doc", "The steps in which marks start.")
    Q_CLASSINFO("motion.doc", "The steps with motion, as far as it is known, for timelines of at most a day.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)
    Q_PROPERTY(qint64 resolution MEMBER resolution DESIGNABLE false)
    Q_PROPERTY(QList<TimelineSpan> spans MEMBER spans DESIGNABLE false)
    Q_PROPERTY(QList<TimelineGap> gaps MEMBER gaps DESIGNABLE false)
    Q_PROPERTY(QList<TimelineMark> marks MEMBER marks DESIGNABLE false)
    Q_PROPERTY(QList<TimelineMotion> motion MEMBER motion DESIGNABLE false)

public:
    DeviceId deviceId;
    QDateTime from;
    QDateTime to;
    qint64 resolution = 0;
    QList<TimelineSpan> spans;
    QList<TimelineGap> gaps;
    QList<TimelineMark> marks;
    QList<TimelineMotion> motion;
};
