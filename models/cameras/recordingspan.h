// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A span of a device's recording that is held.
class RecordingHold
{
    Q_GADGET
    Q_CLASSINFO("table", "recording_hold")
    Q_CLASSINFO("reason.doc", "Why the span is held.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When the hold ends; absent: when it is removed.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt DESIGNABLE false)
    Q_PROPERTY(QString reason MEMBER reason DESIGNABLE false)
    Q_PROPERTY(QDateTime until MEMBER until DESIGNABLE false)
    Q_PROPERTY(QDateTime heldAt MEMBER heldAt DESIGNABLE false)

public:
    DeviceId deviceId;
    QDateTime startedAt;
    QDateTime endedAt;
    QString reason;
    QDateTime until;
    QDateTime heldAt;

    friend bool operator==(const RecordingHold &, const RecordingHold &) = default;
};

/// A span of a device's recording that was deleted.
class RecordingRemoval
{
    Q_GADGET
    Q_CLASSINFO("startedAt.doc", "Start of what was deleted: up to a fragment before the start that was asked for.")
    Q_CLASSINFO("endedAt.doc", "End of what was deleted: up to a key frame after the end that was asked for.")
    Q_CLASSINFO("bytes.doc", "What the budgets count less from now on.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)

public:
    DeviceId deviceId;
    QDateTime startedAt;
    QDateTime endedAt;
    qint64 bytes = 0;
};
