// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/deviceattributes.h"
#include "models/cameras/devicestreams.h"
#include "models/core/id.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

/// A camera, or another source of pictures, that belongs to an account.
class Device
{
    Q_GADGET
    Q_CLASSINFO("table", "device")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("model.max", "100")
    Q_CLASSINFO("username.max", "200")
    Q_CLASSINFO("sourceUrl.max", "2000")
    Q_CLASSINFO("sourceUrl.doc",
                "URL of the source: rtsp, rtsps, http, or https. It never contains a password. "
                "Absent for users with whom the device is shared.")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("devicemodeId.optional", "true")
    Q_CLASSINFO("stateReason.optional", "true")
    Q_CLASSINFO("stateReason.doc", "Why the device is not online.")
    Q_CLASSINFO("streams.doc",
                "Paths of the live streams, which require the caller's token. Signed URLs: /streams/:device_id.")
    Q_CLASSINFO("deletedAt.optional", "true")
    Q_CLASSINFO("purgeAt.optional", "true")
    Q_CLASSINFO("purgeAt.doc", "When the device is permanently deleted, together with its data.")
    Q_CLASSINFO("sharedBy.optional", "true")
    Q_CLASSINFO("sharedBy.doc", "Who shares the device with the caller; absent for the caller's own devices.")
    Q_CLASSINFO("sharedUntil.optional", "true")
    Q_CLASSINFO("sharedUntil.doc", "When the share ends; absent if it does not expire.")
    Q_CLASSINFO("sourceUrl.optional", "true")
    Q_CLASSINFO("model.optional", "json")
    Q_CLASSINFO("username.optional", "json")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl REQUIRED)
    Q_PROPERTY(QString username MEMBER username)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QString stateReason MEMBER stateReason DESIGNABLE false)
    Q_PROPERTY(QDateTime stateSince MEMBER stateSince DESIGNABLE false)
    Q_PROPERTY(DeviceAttributes attributes MEMBER attributes DESIGNABLE false SCRIPTABLE false)
    Q_PROPERTY(DeviceStreams streams MEMBER streams DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime deletedAt MEMBER deletedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime purgeAt MEMBER purgeAt DESIGNABLE false)
    Q_PROPERTY(QString sharedBy MEMBER sharedBy DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime sharedUntil MEMBER sharedUntil DESIGNABLE false STORED false)

public:
    enum class State { Offline, Online, Error };
    Q_ENUM(State)

    DeviceId deviceId;
    AccountId accountId;
    QString name;
    QString model;
    QUrl sourceUrl;
    QString username;
    DeviceGroupId devgroupId;
    DeviceModeId devicemodeId;
    State state = State::Offline;
    QString stateReason;
    QDateTime stateSince;
    DeviceAttributes attributes; ///< from the last probe of the stream
    DeviceStreams streams;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime deletedAt;
    QDateTime purgeAt;
    QString sharedBy;
    QDateTime sharedUntil;

    /// Fills in the paths of the streams, which follow from the other members.
    void addStreams() { streams = DeviceStreams::of(deviceId.toString(), attributes.notRecordable.isEmpty()); }
};
