// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/schedule.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include <chrono>

/// What a camera is watched for: the conditions under which a DeviceMark is made, and what is done then.
class DeviceMode
{
    Q_GADGET
    Q_CLASSINFO("table", "device_mode")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("accountId.doc", "Whose mode it is; absent: the system's, for every account.")
    Q_CLASSINFO("version.doc", "Grows with each change; a mark tells under which one it was made.")
    Q_CLASSINFO(
        "conditions.doc",
        "A tree of any, all and not over motion {threshold, min_area, zone}, face {score, emotion, count, zone}, "
        "signal {lost, covered, moved}, object {labels, score, size, zone}, line {zone, direction}, zones "
        "{zones, within}, loiter {zone, longer_than}, count {zone, at_least, for} and absent {for}.")
    Q_CLASSINFO(
        "unavailable.doc",
        "The conditions in it that this server does not evaluate: they are never met, and nor is their opposite.")
    Q_CLASSINFO("schedule.doc", "When it watches; in the account's time zone.")
    Q_CLASSINFO("actions.doc", "What is done for a mark: snapshot, clip {pre_roll, post_roll}, notify.")
    Q_CLASSINFO("minDuration.min", "0")
    Q_CLASSINFO("minDuration.max", "60")
    Q_CLASSINFO("minDuration.doc", "Seconds that the conditions must hold.")
    Q_CLASSINFO("mergeGap.min", "0")
    Q_CLASSINFO("mergeGap.max", "60")
    Q_CLASSINFO("mergeGap.doc", "Seconds of pause that do not end a mark.")
    Q_CLASSINFO("cooldown.min", "0")
    Q_CLASSINFO("cooldown.max", "86400")
    Q_CLASSINFO("cooldown.doc", "Seconds after a mark before the next one may begin.")
    Q_CLASSINFO("cooldownPer.doc", "What rests: all of the device, this mode, or what is seen by its label.")
    Q_CLASSINFO("maxPerHour.min", "0")
    Q_CLASSINFO("maxPerHour.max", "3600")
    Q_CLASSINFO("maxPerHour.doc", "Most marks in an hour for each device; 0: any number.")
    Q_CLASSINFO("maxDuration.min", "1")
    Q_CLASSINFO("maxDuration.max", "3600")
    Q_CLASSINFO("maxDuration.doc", "Seconds after which a mark ends, whatever goes on.")
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(qint64 version MEMBER version DESIGNABLE false)
    Q_PROPERTY(QJsonObject conditions MEMBER conditions REQUIRED)
    Q_PROPERTY(QStringList unavailable MEMBER unavailable DESIGNABLE false STORED false)
    Q_PROPERTY(QJsonObject actions MEMBER actions)
    Q_PROPERTY(Schedule schedule MEMBER schedule)
    Q_PROPERTY(std::chrono::milliseconds minDuration MEMBER minDuration)
    Q_PROPERTY(std::chrono::milliseconds mergeGap MEMBER mergeGap)
    Q_PROPERTY(std::chrono::milliseconds cooldown MEMBER cooldown)
    Q_PROPERTY(CooldownPer cooldownPer MEMBER cooldownPer)
    Q_PROPERTY(qint64 maxPerHour MEMBER maxPerHour)
    Q_PROPERTY(std::chrono::milliseconds maxDuration MEMBER maxDuration)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class CooldownPer { Mode, Device, Object };
    Q_ENUM(CooldownPer)

    DeviceModeId devicemodeId;
    AccountId accountId;
    QString name;
    qint64 version = 1;
    QJsonObject conditions;
    QStringList unavailable;
    QJsonObject actions{{QStringLiteral("snapshot"), true}, {QStringLiteral("clip"), QJsonObject()}};
    Schedule schedule;
    std::chrono::milliseconds minDuration{500};
    std::chrono::milliseconds mergeGap{3000};
    std::chrono::milliseconds cooldown{10'000};
    CooldownPer cooldownPer = CooldownPer::Mode;
    qint64 maxPerHour = 0;
    std::chrono::milliseconds maxDuration{40'000};
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const DeviceMode &, const DeviceMode &) = default;
};
