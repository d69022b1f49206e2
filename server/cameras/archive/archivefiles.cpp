// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/archivefiles.h"

#include "server/core/base/diskspace.h"
#include "server/core/base/durablefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

QString ArchiveFiles::path(DeviceId device, DeviceDataId data) const
{
    return m_folder + u'/' + device.toString() + u'/' + data.toString();
}

void ArchiveFiles::write(DeviceId device, DeviceDataId data, const QByteArray &content) const
{
    requireDisk();
    watch([&] { DurableFile::write(path(device, data), content); });
}

void ArchiveFiles::requireDisk() const
{
    if (m_disk)
        m_disk->require();
}

void ArchiveFiles::watch(const std::function<void()> &write) const
{
    if (m_disk)
        m_disk->watch(write);
    else
        write();
}

void ArchiveFiles::link(const QString &uploaded, DeviceId device, DeviceDataId data) const
{
    const QString target = path(device, data);
    QDir().mkpath(QFileInfo(target).path());
    watch([&] {
        ::utimensat(AT_FDCWD, QFile::encodeName(uploaded).constData(), nullptr, 0); // its row follows: no stray file
        if (::link(QFile::encodeName(uploaded).constData(), QFile::encodeName(target).constData()) == 0)
            return;
        const int error = errno;
        throw StorageError(u"cannot link %1: %2"_s.arg(target, qt_error_string(error)).toStdString(), error);
    });
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
