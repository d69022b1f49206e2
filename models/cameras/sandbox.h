// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

/// A scene that a sandbox camera can show: an entry of the catalogue.
class SandboxScene
{
    Q_GADGET
    Q_CLASSINFO("label.doc", "The label of the marks that the scene's rule creates.")
    Q_CLASSINFO("lastsSeconds.doc", "How long the scene lasts each time.")
    Q_CLASSINFO("leastEverySeconds.doc", "The shortest interval at which the scene can be repeated.")
    Q_CLASSINFO("everySeconds.doc", "The interval that a new camera has by default.")
    Q_CLASSINFO("toleranceSeconds.doc", "How far the times of a mark may be from the expected times.")
    Q_CLASSINFO("conditions.doc", "The conditions of the device mode that a new camera has by default.")
    Q_CLASSINFO("available.doc", "false if this server cannot show the scene or cannot detect it.")
    Q_PROPERTY(Kind scene MEMBER scene)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(qint64 lastsSeconds MEMBER lastsSeconds)
    Q_PROPERTY(qint64 leastEverySeconds MEMBER leastEverySeconds)
    Q_PROPERTY(qint64 everySeconds MEMBER everySeconds)
    Q_PROPERTY(qint64 toleranceSeconds MEMBER toleranceSeconds)
    Q_PROPERTY(QJsonObject conditions MEMBER conditions)
    Q_PROPERTY(bool available MEMBER available)

public:
    enum class Kind { CoveredLens, Face, LostStream, Walk };
    Q_ENUM(Kind)

    Kind scene = Kind::Walk;
    QString title;
    QString description;
    QString label;
    qint64 lastsSeconds = 0;
    qint64 leastEverySeconds = 0;
    qint64 everySeconds = 0;
    qint64 toleranceSeconds = 0;
    QJsonObject conditions;
    bool available = true;
};

/// A request for a sandbox camera.
class NewSandboxCamera
{
    Q_GADGET
    Q_CLASSINFO("appId.doc", "A trial app of the caller's account. Default: the app that the caller uses.")
    Q_CLASSINFO("everySeconds.min", "8")
    Q_CLASSINFO("everySeconds.max", "3600")
    Q_CLASSINFO("everySeconds.optional", "true")
    Q_CLASSINFO("everySeconds.doc",
                "The interval at which the scene is repeated. Each repetition starts when the seconds since "
                "1970-01-01T00:00:00Z are a multiple of the interval. Default: that of the catalogue.")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("name.optional", "true")
    Q_CLASSINFO("name.doc", "Default: the title of the scene.")
    Q_CLASSINFO("devicemodeId.doc",
                "Default: a mode with the conditions of the catalogue, which is created in the account once for each "
                "scene. The expected marks are those of that mode.")
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(SandboxScene::Kind scene MEMBER scene REQUIRED)
    Q_PROPERTY(qint64 everySeconds MEMBER everySeconds)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)

public:
    AppId appId;
    SandboxScene::Kind scene = SandboxScene::Kind::Walk;
    qint64 everySeconds = 0; ///< 0: that of the catalogue
    QString name;
    DeviceModeId devicemodeId;
};

/// A scripted camera of a trial app. Its device, marks, and streams are like those of any other camera.
class SandboxCamera
{
    Q_GADGET
    Q_CLASSINFO("resource", "true")
    Q_CLASSINFO("devicemodeId.optional", "true")
    Q_CLASSINFO("endsAt.doc", "The end of the app's trial. The camera and its marks are permanently deleted then.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(SandboxScene::Kind scene MEMBER scene)
    Q_PROPERTY(qint64 everySeconds MEMBER everySeconds)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime endsAt MEMBER endsAt)

public:
    DeviceId deviceId;
    AppId appId;
    QString name;
    SandboxScene::Kind scene = SandboxScene::Kind::Walk;
    qint64 everySeconds = 0;
    DeviceModeId devicemodeId;
    QDateTime createdAt;
    QDateTime endsAt;
};

/// A mark that a sandbox camera is to have.
class ExpectedMark
{
    Q_GADGET
    Q_CLASSINFO("label.doc", "The label of the mark.")
    Q_CLASSINFO("toleranceSeconds.doc", "How far started_at and ended_at of the mark may be from these times.")
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(qint64 toleranceSeconds MEMBER toleranceSeconds)

public:
    QString label;
    QDateTime startedAt;
    QDateTime endedAt;
    qint64 toleranceSeconds = 0;
};
