// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/box.h"

#include <QDateTime>
#include <QList>
#include <QObject>

/// An object in one picture of a camera.
class ObservedObject
{
    Q_GADGET
    Q_CLASSINFO("track.doc", "Number of the object, unique for the camera until the server restarts.")
    Q_CLASSINFO("score.doc", "0 to 1: the median over the object's track so far.")
    Q_CLASSINFO("moving.doc", "Whether the object moves, rather than being a part of the scene.")
    Q_PROPERTY(qint64 track MEMBER track DESIGNABLE false)
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(double score MEMBER score DESIGNABLE false)
    Q_PROPERTY(Box box MEMBER box DESIGNABLE false)
    Q_PROPERTY(bool moving MEMBER moving DESIGNABLE false)

public:
    qint64 track = 0;
    QString label;
    double score = 0;
    Box box;
    bool moving = false;

    friend bool operator==(const ObservedObject &, const ObservedObject &) = default;
};

/// What the analysis of a camera saw at one moment. The moment counts until the next one, but for two seconds at most.
class ObservedMoment
{
    Q_GADGET
    Q_CLASSINFO("time.doc", "The time of the picture, as in the recording.")
    Q_CLASSINFO("regions.doc", "Where something moved.")
    Q_PROPERTY(QDateTime time MEMBER time DESIGNABLE false)
    Q_PROPERTY(QList<ObservedObject> objects MEMBER objects DESIGNABLE false)
    Q_PROPERTY(QList<Box> regions MEMBER regions DESIGNABLE false)
    Q_PROPERTY(QList<Box> faces MEMBER faces DESIGNABLE false)

public:
    QDateTime time;
    QList<ObservedObject> objects;
    QList<Box> regions;
    QList<Box> faces;

    friend bool operator==(const ObservedMoment &, const ObservedMoment &) = default;
};

/// What the analysis of a camera saw in a span of time.
class ObservedSpan
{
    Q_GADGET
    Q_CLASSINFO("moments.doc",
                "In order. A moment that differs from the one before only by its time is told once a "
                "second. The first moment may be before the span: it counts at its beginning.")
    Q_CLASSINFO("complete.doc",
                "False if a part of the observations cannot be read, for example because the server "
                "that has them cannot be reached.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)
    Q_PROPERTY(bool complete MEMBER complete DESIGNABLE false)
    Q_PROPERTY(QList<ObservedMoment> moments MEMBER moments DESIGNABLE false)

public:
    DeviceId deviceId;
    QDateTime from;
    QDateTime to;
    bool complete = true;
    QList<ObservedMoment> moments;
};
