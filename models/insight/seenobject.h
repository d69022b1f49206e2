// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/box.h"

#include <QDateTime>
#include <QList>
#include <QObject>

/// An object that moved in front of a camera, from when it was first seen until it was gone.
class SeenObject
{
    Q_GADGET
    Q_CLASSINFO("table", "seen_object")
    Q_CLASSINFO("trackId.example", "trk_06ebmrfsf5zdk9ezyqz2tvbmf4")
    Q_CLASSINFO("label.doc", "What most detections took the object for, such as person.")
    Q_CLASSINFO("score.doc", "0 to 1: the median over the track.")
    Q_CLASSINFO("endedAt.doc", "When the object last moved. It may still be in the picture.")
    Q_CLASSINFO("bestAt.doc", "When the object was largest.")
    Q_CLASSINFO("box.doc", "Where the object was then.")
    Q_CLASSINFO("zones.doc", "The including zones in the order in which the object entered them.")
    Q_CLASSINFO("thumbnail.optional", "true")
    Q_CLASSINFO("thumbnail.doc",
                "Signed URL of the recorded picture of that moment, for at least one hour; absent if it was not "
                "recorded, or if the token has no scope `streams`.")
    Q_PROPERTY(QString trackId MEMBER trackId DESIGNABLE false)
    Q_PROPERTY(QString observationId MEMBER observationId SCRIPTABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId SCRIPTABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(double score MEMBER score DESIGNABLE false)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime bestAt MEMBER bestAt DESIGNABLE false)
    Q_PROPERTY(Box box MEMBER box DESIGNABLE false)
    Q_PROPERTY(QList<ZoneId> zones MEMBER zones DESIGNABLE false)
    Q_PROPERTY(QString thumbnail MEMBER thumbnail DESIGNABLE false STORED false)

public:
    QString trackId;
    QString observationId; ///< the file of observations that has its beginning
    AccountId accountId;
    DeviceId deviceId;
    QString label;
    double score = 0;
    QDateTime startedAt;
    QDateTime endedAt;
    QDateTime bestAt;
    Box box;
    QList<ZoneId> zones;
    QString thumbnail;
};
