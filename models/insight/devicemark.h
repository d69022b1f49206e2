// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/box.h"
#include "models/insight/devicemode.h"
#include "models/insight/markmedia.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include <optional>

/// An object that was detected in a mark.
class MarkObject
{
    Q_GADGET
    Q_CLASSINFO("track.doc", "Number of the object, constant throughout the mark.")
    Q_CLASSINFO("score.optional", "true")
    Q_CLASSINFO("score.doc", "0 to 1: the median over the object's track; absent if an app did not say.")
    Q_CLASSINFO("time.optional", "true")
    Q_CLASSINFO(
        "time.doc",
        "Time at which the object was at `box`. It equals the time of the snapshot, unless the object is not on it.")
    Q_PROPERTY(int track MEMBER track DESIGNABLE false)
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(std::optional<double> score MEMBER score DESIGNABLE false)
    Q_PROPERTY(Box box MEMBER box DESIGNABLE false)
    Q_PROPERTY(QDateTime time MEMBER time DESIGNABLE false)

public:
    int track = 0;
    QString label;
    std::optional<double> score;
    Box box;
    QDateTime time;

    friend bool operator==(const MarkObject &, const MarkObject &) = default;
};

/// An event in front of a camera: the conditions of a DeviceMode were met from `started_at` to `ended_at`.
class DeviceMark
{
    Q_GADGET
    Q_CLASSINFO("table", "device_mark")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("devgroupId.doc", "The device's group at the time of the mark.")
    Q_CLASSINFO("startedAt.doc",
                "When the conditions were first met. The mark's day (`create_date`) is the day of this time.")
    Q_CLASSINFO("endedAt.optional", "true")
    Q_CLASSINFO("endedAt.doc", "When the conditions were last met; absent while the mark is open.")
    Q_CLASSINFO("score.optional", "true")
    Q_CLASSINFO("score.doc",
                "0 to 1: the median over the mark. At 0.5 the conditions were just met. Absent if an app did not say.")
    Q_CLASSINFO("zones.doc", "Zones in the order in which they were entered.")
    Q_CLASSINFO("reason.doc",
                "The tree of conditions with the measured value at each leaf, at the moment of the highest score.")
    Q_CLASSINFO("read.doc", "Whether the calling user has read it.")
    Q_CLASSINFO("deletedAt.optional", "true")
    Q_CLASSINFO("deletedAt.doc", "When the mark was moved to the bin.")
    Q_CLASSINFO("purgeAt.optional", "true")
    Q_CLASSINFO("purgeAt.doc", "When the mark is permanently deleted.")
    Q_CLASSINFO("snapshot.optional", "json")
    Q_CLASSINFO("thumbnail.optional", "json")
    Q_CLASSINFO("clip.optional", "json")
    Q_CLASSINFO("clip.doc", "Absent if the mode makes no clips.")
    Q_PROPERTY(DeviceMarkId devicemarkId MEMBER devicemarkId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId DESIGNABLE false)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId DESIGNABLE false)
    Q_PROPERTY(qint64 devicemodeVersion MEMBER devicemodeVersion DESIGNABLE false)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt DESIGNABLE false)
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(std::optional<double> score MEMBER score DESIGNABLE false)
    Q_PROPERTY(QList<MarkObject> objects MEMBER objects DESIGNABLE false)
    Q_PROPERTY(QList<ZoneId> zones MEMBER zones DESIGNABLE false)
    Q_PROPERTY(QJsonObject reason MEMBER reason DESIGNABLE false)
    Q_PROPERTY(MarkPicture snapshot MEMBER snapshot DESIGNABLE false)
    Q_PROPERTY(MarkPicture thumbnail MEMBER thumbnail DESIGNABLE false)
    Q_PROPERTY(MarkClip clip MEMBER clip DESIGNABLE false)
    Q_PROPERTY(qint64 mediaBytes MEMBER mediaBytes SCRIPTABLE false)
    Q_CLASSINFO("serverId.optional", "true")
    Q_PROPERTY(QString serverId MEMBER serverId SCRIPTABLE false)
    Q_CLASSINFO("storageId.optional", "true")
    Q_PROPERTY(QString storageId MEMBER storageId SCRIPTABLE false)
    Q_CLASSINFO("mode.optional", "true")
    Q_CLASSINFO("mode.doc", "The mode at the time of the mark. Included only in the detail of a single mark.")
    Q_PROPERTY(DeviceMode mode MEMBER mode DESIGNABLE false STORED false)
    Q_PROPERTY(bool read MEMBER read DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime deletedAt MEMBER deletedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime purgeAt MEMBER purgeAt DESIGNABLE false)

public:
    enum class State { Open, Closed };
    Q_ENUM(State)

    DeviceMarkId devicemarkId;
    AccountId accountId;
    DeviceId deviceId;
    DeviceGroupId devgroupId;
    DeviceModeId devicemodeId;
    qint64 devicemodeVersion = 0;
    State state = State::Open;
    QDateTime startedAt;
    QDateTime endedAt;
    QString label;
    std::optional<double> score;
    QList<MarkObject> objects;
    QList<ZoneId> zones;
    QJsonObject reason;
    MarkPicture snapshot;
    MarkPicture thumbnail;
    MarkClip clip;
    qint64 mediaBytes = 0; ///< size of its pictures and its clip, counted against the plan's storage
    QString serverId; ///< the process that watches for the mark's end and makes its clip; empty: not known
    QString storageId; ///< the folder that has the files; empty: that of the server that is asked
    DeviceMode mode;
    bool read = false;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime deletedAt;
    QDateTime purgeAt;
};
