// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

/// A disk that a server writes to.
class DiskState
{
    Q_GADGET
    Q_CLASSINFO("use.doc", "What the server keeps there: `data`, or `recordings` if these are on a disk of their own.")
    Q_CLASSINFO("freeBytes.doc", "What the server may still use.")
    Q_PROPERTY(Use use MEMBER use DESIGNABLE false)
    Q_PROPERTY(qint64 totalBytes MEMBER totalBytes DESIGNABLE false)
    Q_PROPERTY(qint64 freeBytes MEMBER freeBytes DESIGNABLE false)

public:
    enum class Use { Data, Recordings };
    Q_ENUM(Use)

    Use use = Use::Data;
    qint64 totalBytes = 0;
    qint64 freeBytes = 0;

    friend bool operator==(const DiskState &, const DiskState &) = default;
};

/// The recording on one server.
class RecordingState
{
    Q_GADGET
    Q_CLASSINFO("refused.doc", "Whether the disk refuses the recording of a camera.")
    Q_CLASSINFO("waitingBytes.doc", "Bytes that wait for the disk.")
    Q_CLASSINFO("sheds.doc", "Times that the disk was too slow for a camera that is open, which was not recorded then.")
    Q_PROPERTY(bool refused MEMBER refused DESIGNABLE false)
    Q_PROPERTY(qint64 waitingBytes MEMBER waitingBytes DESIGNABLE false)
    Q_PROPERTY(qint64 sheds MEMBER sheds DESIGNABLE false)

public:
    bool refused = false;
    qint64 waitingBytes = 0;
    qint64 sheds = 0;

    friend bool operator==(const RecordingState &, const RecordingState &) = default;
};

/// The analysis of pictures on one server.
class AnalysisState
{
    Q_GADGET
    Q_CLASSINFO("objects.doc", "Whether objects can be found. `off`: the server gives them no thread.")
    Q_CLASSINFO("faces.doc", "Whether faces can be found.")
    Q_CLASSINFO("waiting.doc", "Pictures that wait for the detector, or are in it.")
    Q_CLASSINFO("looks.doc", "Pictures that were searched for objects since the server started.")
    Q_CLASSINFO("sheds.doc", "Pictures that were not searched for lack of time since the server started.")
    Q_CLASSINFO("observationsLost.doc", "Minutes of observations of a camera that could not be kept.")
    Q_PROPERTY(Model objects MEMBER objects DESIGNABLE false)
    Q_PROPERTY(Model faces MEMBER faces DESIGNABLE false)
    Q_PROPERTY(qint64 waiting MEMBER waiting DESIGNABLE false)
    Q_PROPERTY(qint64 looks MEMBER looks DESIGNABLE false)
    Q_PROPERTY(qint64 sheds MEMBER sheds DESIGNABLE false)
    Q_PROPERTY(qint64 observationsLost MEMBER observationsLost DESIGNABLE false)

public:
    enum class Model { Available, Off, NotInstalled, Failed };
    Q_ENUM(Model)

    Model objects = Model::Available;
    Model faces = Model::Available;
    qint64 waiting = 0;
    qint64 looks = 0;
    qint64 sheds = 0;
    qint64 observationsLost = 0;

    friend bool operator==(const AnalysisState &, const AnalysisState &) = default;
};

/// What one camera costs its server.
class CameraLoad
{
    Q_GADGET
    Q_CLASSINFO("name.doc", "Only of the caller's own cameras.")
    Q_CLASSINFO("name.optional", "json")
    Q_CLASSINFO("looks.doc", "Pictures that were searched for objects.")
    Q_CLASSINFO("sheds.doc", "Pictures that were not searched for lack of time.")
    Q_CLASSINFO("recordingRefused.doc", "Whether the disk refuses the recording of the camera.")
    Q_CLASSINFO("recordingSheds.doc", "Times that the disk was too slow for the camera.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(qint64 looks MEMBER looks DESIGNABLE false)
    Q_PROPERTY(qint64 sheds MEMBER sheds DESIGNABLE false)
    Q_PROPERTY(bool recordingRefused MEMBER recordingRefused DESIGNABLE false)
    Q_PROPERTY(qint64 recordingSheds MEMBER recordingSheds DESIGNABLE false)

public:
    DeviceId deviceId;
    QString name;
    qint64 looks = 0;
    qint64 sheds = 0;
    bool recordingRefused = false;
    qint64 recordingSheds = 0;

    friend bool operator==(const CameraLoad &, const CameraLoad &) = default;
};

/// What a server says of itself.
class ServerHealth
{
    Q_GADGET
    Q_CLASSINFO("load.doc", "Processes that want a processor, per processor of the machine; average of a minute.")
    Q_CLASSINFO("memoryBytes.doc", "Memory that the server occupies.")
    Q_CLASSINFO("cameras.doc", "Number of cameras that the server reads.")
    Q_CLASSINFO("viewers.doc", "Viewers who watch live by WebRTC.")
    Q_CLASSINFO("diskFull.doc", "Whether a disk counts as full. Nothing is recorded then.")
    Q_CLASSINFO("loads.doc", "The 100 cameras with the most trouble and the most work, the worst first.")
    Q_PROPERTY(QString version MEMBER version DESIGNABLE false)
    Q_PROPERTY(double load MEMBER load DESIGNABLE false)
    Q_PROPERTY(qint64 memoryBytes MEMBER memoryBytes DESIGNABLE false)
    Q_PROPERTY(qint64 cameras MEMBER cameras DESIGNABLE false)
    Q_PROPERTY(qint64 viewers MEMBER viewers DESIGNABLE false)
    Q_PROPERTY(bool diskFull MEMBER diskFull DESIGNABLE false)
    Q_PROPERTY(QList<DiskState> disks MEMBER disks DESIGNABLE false)
    Q_PROPERTY(RecordingState recording MEMBER recording DESIGNABLE false)
    Q_PROPERTY(AnalysisState analysis MEMBER analysis DESIGNABLE false)
    Q_PROPERTY(QList<CameraLoad> loads MEMBER loads DESIGNABLE false)

public:
    QString version;
    double load = 0;
    qint64 memoryBytes = 0;
    qint64 cameras = 0;
    qint64 viewers = 0;
    bool diskFull = false;
    QList<DiskState> disks;
    RecordingState recording;
    AnalysisState analysis;
    QList<CameraLoad> loads;

    friend bool operator==(const ServerHealth &, const ServerHealth &) = default;
};

/// One server on the database.
class ServerState
{
    Q_GADGET
    Q_CLASSINFO("serverId.doc", "Identifies the process. A server has another ID after each start.")
    Q_CLASSINFO("serverId.example", "01m8m32tq0e009ybzd4dgsfqjx")
    Q_CLASSINFO(
        "standing.doc",
        "`silent`: the server gives signs of life, but does not answer, or has no address. `gone`: it has given "
        "no sign of life for five seconds, and has not said that it stops. Such a server is listed for a day, "
        "unless another one has taken its place.")
    Q_CLASSINFO("thisServer.doc", "Whether this server has answered the request.")
    Q_CLASSINFO("address.doc", "Where the other servers reach it; absent: nowhere.")
    Q_CLASSINFO("address.optional", "true")
    Q_CLASSINFO("health.doc", "Of running servers only.")
    Q_CLASSINFO("health.optional", "true")
    Q_PROPERTY(QString serverId MEMBER serverId DESIGNABLE false)
    Q_PROPERTY(Standing standing MEMBER standing DESIGNABLE false)
    Q_PROPERTY(bool thisServer MEMBER thisServer DESIGNABLE false)
    Q_PROPERTY(QUrl address MEMBER address DESIGNABLE false)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt DESIGNABLE false)
    Q_PROPERTY(ServerHealth health MEMBER health DESIGNABLE false)

public:
    enum class Standing { Running, Silent, Gone };
    Q_ENUM(Standing)

    QString serverId;
    Standing standing = Standing::Running;
    bool thisServer = false;
    QUrl address;
    QDateTime startedAt;
    ServerHealth health;

    friend bool operator==(const ServerState &, const ServerState &) = default;
};
