// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QObject>
#include <QUrl>

/// A device that a client adds or changes. The API never returns the password.
class NewDevice
{
    Q_GADGET
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("model.max", "100")
    Q_CLASSINFO("sourceUrl.max", "2000")
    Q_CLASSINFO(
        "sourceUrl.doc",
        "URL of the source: rtsp, rtsps, http, or https. A username and password in it are moved to their own fields. "
        "A new host or port, or a scheme without TLS instead of one with TLS, drops the stored password.")
    Q_CLASSINFO("username.max", "200")
    Q_CLASSINFO("password.max", "200")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The password of the camera; empty to remove it. It is never returned.")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("devicemodeId.optional", "true")
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl REQUIRED)
    Q_PROPERTY(QString username MEMBER username)
    Q_PROPERTY(QString password MEMBER password)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)

public:
    QString name;
    QUrl sourceUrl;
    QString username;
    QString password;
    QString model;
    DeviceGroupId devgroupId;
    DeviceModeId devicemodeId;
};
