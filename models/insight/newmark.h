// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/box.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <optional>

/// An object in a mark that an app creates.
class NewMarkObject
{
    Q_GADGET
    Q_CLASSINFO("label.min", "1")
    Q_CLASSINFO("label.max", "50")
    Q_CLASSINFO("score.min", "0")
    Q_CLASSINFO("score.max", "1")
    Q_PROPERTY(QString label MEMBER label REQUIRED)
    Q_PROPERTY(std::optional<double> score MEMBER score)
    Q_PROPERTY(Box box MEMBER box REQUIRED)

public:
    QString label;
    std::optional<double> score;
    Box box;

    friend bool operator==(const NewMarkObject &, const NewMarkObject &) = default;
};

/// A mark that an app creates from its own analytics.
class NewMark
{
    Q_GADGET
    Q_CLASSINFO("devicemodeId.doc", "The mode of the mark. Default: the mode of the device.")
    Q_CLASSINFO("label.min", "1")
    Q_CLASSINFO("label.max", "50")
    Q_CLASSINFO("score.min", "0")
    Q_CLASSINFO("score.max", "1")
    Q_CLASSINFO("startedAt.doc", "Must not be in the future.")
    Q_CLASSINFO("endedAt.optional", "true")
    Q_CLASSINFO("endedAt.doc", "Default: `started_at`. Must not be in the future.")
    Q_CLASSINFO("snapshot.max", "22370000")
    Q_CLASSINFO(
        "snapshot.doc",
        "A JPEG, PNG, WebP, or BMP file of up to 16 MiB and 40 million pixels, in Base64; empty: no snapshot. It "
        "is stored as an upright JPEG.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId REQUIRED)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(QString label MEMBER label REQUIRED)
    Q_PROPERTY(std::optional<double> score MEMBER score)
    Q_PROPERTY(QList<NewMarkObject> objects MEMBER objects)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt REQUIRED)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(QString snapshot MEMBER snapshot)

public:
    DeviceId deviceId;
    DeviceModeId devicemodeId;
    QString label;
    std::optional<double> score;
    QList<NewMarkObject> objects;
    QDateTime startedAt;
    QDateTime endedAt;
    QString snapshot;
};
