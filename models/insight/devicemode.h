// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/schedule.h"
#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include <chrono>

/// A device mode, called a rule in the portal: the conditions under which a DeviceMark is created, and the actions that
/// follow.
class DeviceMode
{
    Q_GADGET
    Q_CLASSINFO("table", "device_mode")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("accountId.doc", "The account of the mode; absent for a built-in mode, which all accounts can use.")
    Q_CLASSINFO("version.doc", "Increases with each change. A mark contains the version that created it.")
    Q_CLASSINFO(
        "conditions.doc",
        "A tree of any, all, and not over motion {threshold, min_area, zone}, face {score, emotion, count, zone}, "
        "signal {lost, covered, moved}, object {labels, score, size, zone}, line {zone, direction}, zones "
        "{zones, within}, loiter {zone, longer_than}, count {zone, at_least, for}, and absent {for, zone}. At most 200 "
        "conditions, counting groups and negations, at most 32 in a list, and at most 32,768 bytes as compact JSON.")
    Q_CLASSINFO(
        "unavailable.doc",
        "The conditions that this server does not evaluate, because it has no detector for objects. Neither they nor "
        "their negations are ever met.")
    Q_CLASSINFO("schedule.doc", "When the mode is active, in the account's time zone.")
    Q_CLASSINFO(
        "actions.doc",
        "Actions for a mark: snapshot, clip {pre_roll, post_roll}, notify, and capture_mode, which is off, continuous, "
        "on_mark, or schedule. When a mark starts, the capture mode of its device is set to capture_mode. It remains "
        "so until it is set again. A device without a schedule ignores the value schedule. Storing a mode with "
        "capture_mode requires the scope devices.")
    Q_CLASSINFO("minDuration.min", "0")
    Q_CLASSINFO("minDuration.max", "60")
    Q_CLASSINFO("minDuration.doc", "Seconds for which the conditions must be met before a mark is created.")
    Q_CLASSINFO("mergeGap.min", "0")
    Q_CLASSINFO("mergeGap.max", "60")
    Q_CLASSINFO("mergeGap.doc", "Longest gap in seconds that does not end a mark.")
    Q_CLASSINFO("cooldown.min", "0")
    Q_CLASSINFO("cooldown.max", "86400")
    Q_CLASSINFO("cooldown.doc", "Seconds after a mark before the next mark can start.")
    Q_CLASSINFO("cooldownPer.doc", "Scope of the cooldown: the device, this mode, or the label.")
    Q_CLASSINFO("maxPerHour.min", "0")
    Q_CLASSINFO("maxPerHour.max", "3600")
    Q_CLASSINFO("maxPerHour.doc", "Maximum number of marks per hour and device; 0: no limit.")
    Q_CLASSINFO("maxDuration.min", "1")
    Q_CLASSINFO("maxDuration.max", "3600")
    Q_CLASSINFO("maxDuration.doc",
                "Maximum duration of a mark in seconds. A mark ends then even if the conditions are still met.")
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
