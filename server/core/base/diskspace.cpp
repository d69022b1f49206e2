// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/diskspace.h"

#include <QFile>
#include <QStorageInfo>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostNeeded = 64 << 20; // bytes
constexpr qint64 largestReserve = 8 << 20; // bytes

constexpr fsfilcnt_t mostFilesNeeded = 1000;

/// Returns the least free space, in bytes, of a disk of this size: 2% of a small disk.
qint64 neededOf(qint64 total) { return std::min(mostNeeded, total / 50); }
qint64 neededOn(const QStorageInfo &disk) { return neededOf(disk.bytesTotal()); }

/// Returns the size of the reserve, or of a file that shows whether there is room for one.
qint64 reserveOn(const QString &folder) { return std::min(largestReserve, neededOn(QStorageInfo(folder)) / 2); }

/// Returns true if a disk has fewer free inodes than `times` its need. Some file systems have no limit, and report none
/// at all.
bool hasFewerInodes(const QString &folder, fsfilcnt_t times)
{
    struct statvfs disk
    {
    };
    return ::statvfs(QFile::encodeName(folder).constData(), &disk) == 0 && disk.f_files > 0
        && disk.f_favail < times * std::min(mostFilesNeeded, disk.f_files / 50);
}

/// Creates a file of this size. Returns the error number of the system, or 0. The file is removed if there is no room
/// for it.
int allocate(const QString &path, qint64 size)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return errno;
    const int error = ::posix_fallocate(file, 0, size);
    ::close(file);
    if (error != 0)
        ::unlink(name.constData());
    return error;
}
}

DiskSpace::DiskSpace(const QString &dataDir, const QStringList &folders)
    : m_folders(QStringList{dataDir} + folders)
    , m_reserve(dataDir + u"/disk.reserve"_s)
{
    look();
}

/// Returns true if a disk has less free space, or fewer free inodes, than `times` its need. A folder that does not
/// exist yet has no need.
bool DiskSpace::hasLess(int times) const
{
    return std::ranges::any_of(m_folders, [times](const QString &folder) {
        const QStorageInfo disk(folder);
        return disk.isValid() && disk.isReady()
            && (disk.bytesAvailable() < times * neededOn(disk) || hasFewerInodes(folder, fsfilcnt_t(times)));
    });
}

void DiskSpace::look()
{
    if (m_refused && takesFiles())
        m_refused = false;
    m_full = hasLess(m_full ? 2 : 1) || m_refused;
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

bool DiskSpace::hasRoomToWait(const QString &folder, qint64 bytes)
{
    struct statvfs disk
    {
    };
    if (::statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return true; // as the write will say
    const auto inBytes = [&disk](fsblkcnt_t blocks) { return qint64(blocks) * qint64(disk.f_frsize); };
    return inBytes(disk.f_bavail) - bytes >= 2 * neededOf(inBytes(disk.f_blocks));
}

void DiskSpace::refuse() const
{
    m_refused = true;
    m_full = true;
}

/// Returns true if no disk refuses a file for want of room.
bool DiskSpace::takesFiles() const
{
    return std::ranges::none_of(m_folders, [](const QString &folder) {
        const QString path = folder + u"/disk.probe"_s;
        QFile::remove(path); // left by a crash
        const int error = allocate(path, reserveOn(folder));
        QFile::remove(path);
        return StorageError::meansFull(error);
    });
}

void DiskSpace::keepReserve() const
{
    if (QFile::exists(m_reserve))
        return;
    allocate(m_reserve, reserveOn(m_folders.first()));
}
