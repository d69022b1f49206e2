// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>
#include <QStringList>

#include <atomic>

/// The pictures and clips of marks: `<folder>/<device_id>/<mark_id>.snapshot.jpg`, `.thumbnail.jpg`, and `.clip.mp4`. A
/// file with its final name is complete.
class MarkFiles
{
public:
    /// `storageId` is the ID of the folder in the database (FolderId).
    explicit MarkFiles(QString folder, QString storageId = {})
        : m_folder(std::move(folder))
        , m_storageId(std::move(storageId))
    {
    }

    QString storageId() const { return m_storageId; }

    enum class Kind { Snapshot, Thumbnail, Clip };

    QString path(DeviceId device, DeviceMarkId mark, Kind kind) const;
    /// Writes a file. After a crash, the file is either complete or does not exist.
    ///
    /// Throws: std::runtime_error.
    void write(DeviceId device, DeviceMarkId mark, Kind kind, const QByteArray &content) const;
    /// Creates the folder of a device's files.
    ///
    /// Throws: std::runtime_error.
    void makeFolder(DeviceId device) const;
    void remove(DeviceId device, DeviceMarkId mark) const;
    /// Returns the path of the internal route by which another server fetches the file.
    static QByteArray target(DeviceId device, DeviceMarkId mark, Kind kind);
    /// Returns the last part of a file's URL, such as `snapshot.jpg`.
    static QString nameOf(Kind kind);
    /// The marks that have files, and the paths of other files, such as incomplete files after a power failure.
    struct Listing
    {
        QList<std::pair<DeviceId, DeviceMarkId>> marks;
        QStringList strays;
    };
    /// Lists the files. If `before` is valid, files that were changed at that time or later are left out. Returns an
    /// incomplete list once `stopping` is true.
    Listing list(const QDateTime &before = {}, const std::atomic_bool *stopping = nullptr) const;

private:
    QString m_folder;
    QString m_storageId;
};
