// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

/// What the server looks for in the pictures of a camera besides what its mode asks for.
class AnalysisSettings
{
    Q_GADGET
    Q_CLASSINFO("table", "analysis_settings")
    Q_CLASSINFO(
        "objects.doc",
        "When objects are looked for. `by_mode`: while the mode of the camera has a condition about them. `always`: at "
        "all times, whatever the mode and its schedule ask for, so that modes about objects can be tried on the past "
        "and objects can be searched. All pictures are decoded then, and those in which something moves are searched "
        "as for a mode: less often if the server has too little time.")
    Q_CLASSINFO("unavailable.doc",
                "What this server does not look for at present: `objects`, if it has no detector for them.")
    Q_CLASSINFO("updatedAt.doc", "When the settings were last changed; absent if they are those of a new camera.")
    Q_CLASSINFO("updatedAt.optional", "true")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(Objects objects MEMBER objects)
    Q_PROPERTY(QStringList unavailable MEMBER unavailable DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class Objects { ByMode, Always };
    Q_ENUM(Objects)

    DeviceId deviceId;
    Objects objects = Objects::ByMode;
    QStringList unavailable;
    QDateTime updatedAt;
};
