// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/deviceattributes.h"
#include "models/core/id.h"

#include <QObject>
#include <QUrl>

#include <optional>

/// A source to which the server connects once, without keeping anything.
class ConnectionWanted
{
    Q_GADGET
    Q_CLASSINFO("deviceId.doc",
                "A device of the account. Its password is used if none is given and the address leads to the same "
                "host and port.")
    Q_CLASSINFO("sourceUrl.max", "2000")
    Q_CLASSINFO("sourceUrl.doc", "URL of the source: rtsp, rtsps, http, or https.")
    Q_CLASSINFO("username.max", "200")
    Q_CLASSINFO("password.max", "200")
    Q_CLASSINFO("password.format", "password")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl REQUIRED)
    Q_PROPERTY(QString username MEMBER username)
    Q_PROPERTY(QString password MEMBER password)

public:
    DeviceId deviceId;
    QUrl sourceUrl;
    QString username;
    QString password;
};

/// What the server has found at a source.
class ConnectionResult
{
    Q_GADGET
    Q_CLASSINFO("works.doc", "The source sends a stream that can be shown.")
    Q_CLASSINFO("reason.optional", "true")
    Q_CLASSINFO("reason.doc", "Why the connection does not work, as in `state_reason` of a device.")
    Q_CLASSINFO("tookMs.doc", "Duration of the test in milliseconds.")
    Q_CLASSINFO("answeredMs.optional", "true")
    Q_CLASSINFO("answeredMs.doc", "Milliseconds until the source had answered and accepted the credentials.")
    Q_CLASSINFO("keyFrameMs.optional", "true")
    Q_CLASSINFO("keyFrameMs.doc",
                "Milliseconds until the first key frame, from which a picture can be shown; absent if none came within "
                "ten seconds.")
    Q_CLASSINFO("attributes.doc", "The properties of the stream; empty if there is none.")
    Q_PROPERTY(bool works MEMBER works DESIGNABLE false)
    Q_PROPERTY(QString reason MEMBER reason DESIGNABLE false)
    Q_PROPERTY(qint64 tookMs MEMBER tookMs DESIGNABLE false)
    Q_PROPERTY(std::optional<qint64> answeredMs MEMBER answeredMs DESIGNABLE false)
    Q_PROPERTY(std::optional<qint64> keyFrameMs MEMBER keyFrameMs DESIGNABLE false)
    Q_PROPERTY(DeviceAttributes attributes MEMBER attributes DESIGNABLE false)

public:
    bool works = false;
    QString reason;
    qint64 tookMs = 0;
    std::optional<qint64> answeredMs;
    std::optional<qint64> keyFrameMs;
    DeviceAttributes attributes;
};
