// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>
#include <QStringList>

/// Where photos and videos lie: `<folder>/<device_id>/<data_id>`. A file that has its name is whole.
class ArchiveFiles
{
public:
    explicit ArchiveFiles(QString folder)
        : m_folder(std::move(folder))
    {
    }

    QString path(DeviceId device, DeviceDataId data) const;
    /// Throws std::runtime_error.
    void write(DeviceId device, DeviceDataId data, const QByteArray &content) const;
    void remove(DeviceId device, DeviceDataId data) const;
    /// Every file, by its path, and what it is a file of; a null id where that is nothing.
    QList<std::pair<QString, DeviceDataId>> list() const;

private:
    QString m_folder;
};
