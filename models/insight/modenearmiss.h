// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

/// A time at which a mode nearly created a mark. It is kept for a day.
class ModeNearMiss
{
    Q_GADGET
    Q_CLASSINFO("table", "near_miss")
    Q_CLASSINFO("devicemodeVersion.doc", "The version of the mode at that time.")
    Q_CLASSINFO("label.doc", "What was detected, such as motion or person; may be empty.")
    Q_CLASSINFO("pointer.doc",
                "JSON pointer to the first limit of the mode that was not reached, such as "
                "/conditions/all/0/object/score or /min_duration.")
    Q_CLASSINFO(
        "measured.doc",
        "The measured value. For /cooldown, seconds after the last mark; for /max_per_hour, the number of marks "
        "with this one; for the zone of a line, the distance to the line as a share of the picture.")
    Q_CLASSINFO("required.doc", "The limit.")
    Q_CLASSINFO("nearness.doc", "0.5 to 1: how close the conditions were to being met.")
    Q_CLASSINFO("conditionsMet.doc", "Whether the conditions were met, and only another limit prevented the mark.")
    Q_CLASSINFO("reason.doc", "The tree of conditions with the measured value at each leaf, at the closest moment.")
    Q_CLASSINFO("label.optional", "json")
    Q_CLASSINFO("pointer.optional", "json")
    Q_PROPERTY(AccountId accountId MEMBER accountId SCRIPTABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId DESIGNABLE false)
    Q_PROPERTY(qint64 devicemodeVersion MEMBER devicemodeVersion DESIGNABLE false)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt DESIGNABLE false)
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(QString pointer MEMBER pointer DESIGNABLE false)
    Q_PROPERTY(double measured MEMBER measured DESIGNABLE false)
    Q_PROPERTY(double required MEMBER required DESIGNABLE false)
    Q_PROPERTY(double nearness MEMBER nearness DESIGNABLE false)
    Q_PROPERTY(bool conditionsMet MEMBER conditionsMet DESIGNABLE false)
    Q_PROPERTY(QJsonObject reason MEMBER reason DESIGNABLE false)

public:
    AccountId accountId;
    DeviceId deviceId;
    DeviceModeId devicemodeId;
    qint64 devicemodeVersion = 0;
    QDateTime startedAt;
    QDateTime endedAt;
    QString label;
    QString pointer;
    double measured = 0;
    double required = 0;
    double nearness = 0;
    bool conditionsMet = false;
    QJsonObject reason;
};
