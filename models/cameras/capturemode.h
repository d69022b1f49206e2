// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/schedule.h"
#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A size of pictures in pixels, as a client asks for it.
class CaptureResolution
{
    Q_GADGET
    Q_CLASSINFO("width.min", "1")
    Q_CLASSINFO("height.min", "1")
    Q_PROPERTY(int width MEMBER width REQUIRED)
    Q_PROPERTY(int height MEMBER height REQUIRED)

public:
    int width = 0;
    int height = 0;

    friend bool operator==(const CaptureResolution &, const CaptureResolution &) = default;
};

/// What a camera records, and how much of it is kept. The recording begins and ends at key frames.
class CaptureMode
{
    Q_GADGET
    Q_CLASSINFO("table", "capture_mode")
    Q_CLASSINFO(
        "mode.doc",
        "`off`: nothing; live streams and the clips of marks work all the same. `continuous`: everything. "
        "`on_mark`: the time of each mark, with pre-roll and post-roll. `schedule`: while the schedule is active.")
    Q_CLASSINFO("schedule.doc", "In the time zone of the account. Required by the mode `schedule`.")
    Q_CLASSINFO("schedule.optional", "true")
    Q_CLASSINFO("preRoll.doc", "Seconds that are recorded before a mark.")
    Q_CLASSINFO("preRoll.min", "0")
    Q_CLASSINFO("preRoll.max", "30")
    Q_CLASSINFO("postRoll.doc", "Seconds that are recorded after a mark.")
    Q_CLASSINFO("postRoll.min", "0")
    Q_CLASSINFO("postRoll.max", "300")
    Q_CLASSINFO("resolution.doc",
                "The pictures are recorded as the camera sends them: this must be a resolution that the camera's "
                "attributes list. Absent: any.")
    Q_CLASSINFO("resolution.optional", "true")
    Q_CLASSINFO("frameRate.doc",
                "Frames per second. This must be a frame rate that the camera's attributes list; 0: any.")
    Q_CLASSINFO("frameRate.min", "0")
    Q_CLASSINFO("frameRate.max", "240")
    Q_CLASSINFO("days.doc", "Days for which recordings are kept; 0: as long as the plan and the server keep them.")
    Q_CLASSINFO("days.min", "0")
    Q_CLASSINFO("days.max", "3650")
    Q_CLASSINFO("storageBytes.doc",
                "Maximum size of the camera's recordings in bytes; 0: what the plan and the server allow. The oldest "
                "are removed first.")
    Q_CLASSINFO("storageBytes.min", "0")
    Q_CLASSINFO("storageBytes.max", "9007199254740991")
    Q_CLASSINFO("updatedAt.doc", "When the capture mode was last changed; absent if it is the one of a new camera.")
    Q_CLASSINFO("updatedAt.optional", "true")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(Mode mode MEMBER mode REQUIRED)
    Q_PROPERTY(Schedule schedule MEMBER schedule)
    Q_PROPERTY(double preRoll MEMBER preRoll)
    Q_PROPERTY(double postRoll MEMBER postRoll)
    Q_PROPERTY(CaptureResolution resolution MEMBER resolution)
    Q_PROPERTY(double frameRate MEMBER frameRate)
    Q_PROPERTY(qint64 days MEMBER days)
    Q_PROPERTY(qint64 storageBytes MEMBER storageBytes)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime modeSince MEMBER modeSince DESIGNABLE false SCRIPTABLE false)

public:
    enum class Mode { Off, Continuous, OnMark, Schedule };
    Q_ENUM(Mode)

    DeviceId deviceId;
    Mode mode = Mode::Continuous;
    Schedule schedule;
    double preRoll = 5;
    double postRoll = 10;
    CaptureResolution resolution;
    double frameRate = 0;
    qint64 days = 0;
    qint64 storageBytes = 0;
    QDateTime updatedAt;
    QDateTime modeSince; ///< when what is recorded was last changed, by the mode or its schedule; invalid if never
};
