// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/diskspace.h"

#include "server/core/base/durablefile.h"

#include <QFile>
#include <QStorageInfo>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostNeeded = 64 << 20; // bytes
constexpr qint64 largestReserve = 8 << 20; // bytes

/// Returns the least free space of a disk in bytes: 2% of a small disk.
qint64 neededOn(const QStorageInfo &disk) { return std::min(mostNeeded, disk.bytesTotal() / 50); }
}

DiskSpace::DiskSpace(const QString &dataDir, const QStringList &folders)
    : m_folders(QStringList{dataDir} + folders)
    , m_reserve(dataDir + u"/disk.reserve"_s)
{
    look();
}

/// Returns true if a disk has less free space than `times` its need. A folder that does not exist yet has no need.
bool DiskSpace::hasLess(int times) const
{
    return std::ranges::any_of(m_folders, [times](const QString &folder) {
        const QStorageInfo disk(folder);
        return disk.isValid() && disk.isReady() && disk.bytesAvailable() < times * neededOn(disk);
    });
}

void DiskSpace::look()
{
    m_full = hasLess(m_full ? 2 : 1);
    if (m_full)
        QFile::remove(m_reserve);
    else
        keepReserve();
}

void DiskSpace::require() const
{
    if (m_full)
        throw StorageError("the disk is full");
}

void DiskSpace::keepReserve() const
{
    if (QFile::exists(m_reserve))
        return;
    const qint64 size = std::min(largestReserve, neededOn(QStorageInfo(m_folders.first())) / 2);
    const int file = ::open(QFile::encodeName(m_reserve).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const bool reserved = ::posix_fallocate(file, 0, size) == 0;
    ::close(file);
    if (!reserved)
        QFile::remove(m_reserve);
}
