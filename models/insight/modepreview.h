// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>

/// A request to run a mode over what was observed in the past.
class ModePreview
{
    Q_GADGET
    Q_CLASSINFO("devicemodeId.doc", "The mode to run. The marks that it created are compared with those of the run.")
    Q_CLASSINFO("mode.doc",
                "Members of a device mode that differ from those of `devicemode_id`, or a whole mode, as for POST "
                "/device-modes. Required if there is no `devicemode_id`.")
    Q_CLASSINFO("deviceIds.doc",
                "The devices, at most 16 of the caller's account. Default: those that have the mode or, if there are "
                "none, all.")
    Q_CLASSINFO("deviceIds.min", "1")
    Q_CLASSINFO("deviceIds.max", "16")
    Q_CLASSINFO("from.optional", "true")
    Q_CLASSINFO("from.doc", "Start of the time span; default: a day before its end.")
    Q_CLASSINFO("to.optional", "true")
    Q_CLASSINFO("to.doc", "End of the time span, at most 7 days after its start; default: now.")
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(QJsonObject mode MEMBER mode)
    Q_PROPERTY(QList<DeviceId> deviceIds MEMBER deviceIds)
    Q_PROPERTY(QDateTime from MEMBER from)
    Q_PROPERTY(QDateTime to MEMBER to)

public:
    DeviceModeId devicemodeId;
    QJsonObject mode;
    QList<DeviceId> deviceIds;
    QDateTime from;
    QDateTime to;
};
