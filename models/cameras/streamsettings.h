// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

/// What the server reads of a camera besides the stream at its address.
class StreamSettings
{
    Q_GADGET
    Q_CLASSINFO("table", "stream_settings")
    Q_CLASSINFO("audio.doc", "Whether sound is recorded and played. Has no effect on a camera without sound.")
    Q_CLASSINFO(
        "subSourceUrl.doc",
        "URL of a smaller stream of the same camera, for image analysis and for walls of cameras. The stream at "
        "`source_url` is recorded. The username and the password of the device are sent to the same host and "
        "port only. Absent: there is one stream.")
    Q_CLASSINFO("subSourceUrl.optional", "true")
    Q_CLASSINFO("subSourceUrl.max", "2000")
    Q_CLASSINFO("updatedAt.doc", "When the settings were last changed; absent if they are those of a new camera.")
    Q_CLASSINFO("updatedAt.optional", "true")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(bool audio MEMBER audio)
    Q_PROPERTY(QUrl subSourceUrl MEMBER subSourceUrl)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    DeviceId deviceId;
    bool audio = true;
    QUrl subSourceUrl;
    QDateTime updatedAt;
};
