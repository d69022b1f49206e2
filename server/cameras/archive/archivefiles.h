// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>
#include <QStringList>

#include <atomic>

class DiskSpace;

/// The files of photos and videos: `<folder>/<device_id>/<data_id>`. A file with its final name is complete.
class ArchiveFiles
{
public:
    /// `storageId` is the ID of the folder in the database (FolderId). Nothing is written while `disk` is full; `disk`
    /// may be null.
    explicit ArchiveFiles(QString folder, QString storageId = {}, const DiskSpace *disk = nullptr)
        : m_folder(std::move(folder))
        , m_storageId(std::move(storageId))
        , m_disk(disk)
    {
    }

    QString storageId() const { return m_storageId; }

    QString path(DeviceId device, DeviceDataId data) const;
    /// Writes a file, which appears with its final name when it is complete.
    ///
    /// Throws: StorageError.
    void write(DeviceId device, DeviceDataId data, const QByteArray &content) const;
    void remove(DeviceId device, DeviceDataId data) const;
    /// Returns the path of each file with the id of its photo or video. The id is null if the file name is not an id.
    /// Returns an incomplete list once `stopping` is true.
    QList<std::pair<QString, DeviceDataId>> list(const std::atomic_bool *stopping = nullptr) const;

    /// Returns the path of the internal route by which another server fetches the file.
    static QByteArray target(DeviceId device, DeviceDataId data)
    {
        return "/internal/device-data/" + device.toString().toLatin1() + '/' + data.toString().toLatin1();
    }

private:
    QString m_folder;
    QString m_storageId;
    const DiskSpace *m_disk;
};
