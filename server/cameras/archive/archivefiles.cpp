// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/archivefiles.h"

#include "server/core/base/diskspace.h"
#include "server/core/base/durablefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

QString ArchiveFiles::path(DeviceId device, DeviceDataId data) const
{
    return m_folder + u'/' + device.toString() + u'/' + data.toString();
}

void ArchiveFiles::write(DeviceId device, DeviceDataId data, const QByteArray &content) const
{
    requireDisk();
    DurableFile::write(path(device, data), content);
}

void ArchiveFiles::requireDisk() const
{
    if (m_disk)
        m_disk->require();
}

void ArchiveFiles::link(const QString &uploaded, DeviceId device, DeviceDataId data) const
{
    const QString target = path(device, data);
    QDir().mkpath(QFileInfo(target).path());
    if (::link(QFile::encodeName(uploaded).constData(), QFile::encodeName(target).constData()) != 0)
        throw StorageError(u"cannot link %1: %2"_s.arg(target, qt_error_string(errno)).toStdString());
    DurableFile::syncFolder(QFileInfo(target).path());
}

void ArchiveFiles::remove(DeviceId device, DeviceDataId data) const { QFile::remove(path(device, data)); }

QList<std::pair<QString, DeviceDataId>> ArchiveFiles::list(const std::atomic_bool *stopping) const
{
    QList<std::pair<QString, DeviceDataId>> files;
    for (QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext() && !(stopping && *stopping);) {
        const QString path = it.next();
        if (path.startsWith(uploads() + u'/'))
            continue;
        files += {path, DeviceDataId::parse(it.fileName()).value_or(DeviceDataId())};
    }
    return files;
}
