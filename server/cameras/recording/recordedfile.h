// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/recording/fragmentlist.h"

#include <QDateTime>
#include <QObject>
#include <QString>

/// A file of a camera's recording, as the index describes it: a fragmented MP4 with one initialization section, which
/// is its first `initBytes`. The index may list only a part of the fragments in the file.
class RecordedFile
{
    Q_GADGET
    Q_CLASSINFO("table", "recording")
    Q_PROPERTY(RecordingId recordingId MEMBER recordingId)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(qint64 bytes MEMBER bytes)
    Q_PROPERTY(qint64 initBytes MEMBER initBytes)
    Q_PROPERTY(qint64 initNumber MEMBER initNumber)
    Q_PROPERTY(QString codec MEMBER codec)
    Q_PROPERTY(int width MEMBER width)
    Q_PROPERTY(int height MEMBER height)
    Q_PROPERTY(QByteArray fragments MEMBER fragments)
    Q_PROPERTY(Gap gap MEMBER gap)
    Q_PROPERTY(bool isOpen MEMBER isOpen)

public:
    /// Longer times between fragments are gaps in the recording. Shorter ones come from the distance between pictures
    /// and from the correction of clocks.
    static constexpr qint64 gapMs = 500;

    /// The reason for the time without a recording before a file.
    enum class Gap {
        None, ///< the file before ended when this one began, or there is no earlier one
        CameraLost,
        Off, ///< the capture mode did not ask for a recording
        Disk, ///< the disk refused it
        Server, ///< the server was not running
    };
    Q_ENUM(Gap)

    RecordingId recordingId;
    DeviceId deviceId;
    QString storageId; ///< the folder that has the file (FolderId)
    QString path; ///< relative to that folder
    QDateTime startedAt; ///< of the first fragment
    QDateTime endedAt; ///< of the last fragment
    qint64 bytes = 0; ///< of the file, without what users have deleted of it
    qint64 initBytes = 0; ///< size of the initialization section
    /// Files of a camera in one folder that have the same number have one timeline: no discontinuity lies between them.
    qint64 initNumber = 0;
    QString codec; ///< such as `h264`
    int width = 0; ///< of upright pictures in square pixels
    int height = 0;
    QByteArray fragments; ///< see list() and setList()
    Gap gap = Gap::None;
    bool isOpen = false; ///< the file still grows, and may have more fragments than the index

    /// Returns the fragments in the index. Returns an empty list if it is damaged.
    Fragments list() const;
    /// Sets the fragments, and the times of the file.
    void setList(const Fragments &list);
    /// Returns the fragments in the index, and, if the file is open, those that were added to it since. `folder` is the
    /// one that `storageId` names.
    Fragments listIn(const QString &folder) const;
};
