// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/archivefiles.h"

#include "server/core/base/diskspace.h"
#include "server/core/base/durablefile.h"

#include <QDirIterator>
#include <QFile>

QString ArchiveFiles::path(DeviceId device, DeviceDataId data) const
{
    return m_folder + u'/' + device.toString() + u'/' + data.toString();
}

void ArchiveFiles::write(DeviceId device, DeviceDataId data, const QByteArray &content) const
{
    if (m_disk)
        m_disk->require();
    DurableFile::write(path(device, data), content);
}

void ArchiveFiles::remove(DeviceId device, DeviceDataId data) const { QFile::remove(path(device, data)); }

QList<std::pair<QString, DeviceDataId>> ArchiveFiles::list(const std::atomic_bool *stopping) const
{
    QList<std::pair<QString, DeviceDataId>> files;
    for (QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext() && !(stopping && *stopping);) {
        const QString path = it.next();
        files += {path, DeviceDataId::parse(it.fileName()).value_or(DeviceDataId())};
    }
    return files;
}
