// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/dataupload.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>

class DiskSpace;

/// The files of photos and videos: `<folder>/<device_id>/<data_id>`. A file with its final name is complete. Files that
/// are being uploaded are `<folder>/uploads/<upload_id>`.
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
    /// Throws: StorageError while the disk is full.
    void requireDisk() const;
    /// Runs a function that writes a file: see DiskSpace::watch().
    void watch(const std::function<void()> &write) const;
    QString uploads() const { return m_folder + QStringLiteral("/uploads"); }
    QString path(DataUploadId upload) const { return uploads() + u'/' + upload.toString(); }
    /// Gives an uploaded file the name of a photo or video, beside its own.
    ///
    /// Throws: StorageError.
    void link(const QString &uploaded, DeviceId device, DeviceDataId data) const;
    /// Returns the path of each file with the id of its photo or video. The id is null if the file name is not an id.
    /// Returns an incomplete list once `stopping` is true. Uploads are left out.
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
