// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/durablefile.h"

#include <QString>
#include <QStringList>

#include <atomic>

/// The free space of the disks that a server writes to, and their free inodes.
///
/// A disk counts as full before its last byte is used, so that the database can still record that it is full. In case
/// another program uses that rest as well, a reserve file in the data folder takes up some space, and is removed while
/// the disk is full. A disk also counts as full once it has refused a file for want of room, as it does beyond a quota,
/// until look() can write a file.
///
/// Thread: look() on one thread at a time; the other functions on any.
class DiskSpace
{
public:
    /// `dataDir` holds the reserve file; `folders` are the other folders to watch.
    DiskSpace(const QString &dataDir, const QStringList &folders);

    /// Looks at the disks.
    void look();
    /// Returns true from the moment at which a disk had too little space until all have twice that.
    bool isFull() const { return m_full; }
    /// Throws: StorageError while a disk is full.
    void require() const;
    /// Returns whether bytes that only have to wait may be written to a folder. Twice the need of the disk must stay
    /// free, so that such bytes never make it count as full.
    static bool hasRoomToWait(const QString &folder, qint64 bytes);
    /// Counts a disk as full, because it has refused a file for want of room.
    void refuse() const;
    /// Runs a function that writes a file. Calls refuse() if the function throws a StorageError for want of room.
    template <typename Write>
    auto watch(Write &&write) const
    {
        try {
            return write();
        } catch (const StorageError &error) {
            if (error.isFull())
                refuse();
            throw;
        }
    }

private:
    bool hasLess(int times) const;
    bool takesFiles() const;
    void keepReserve() const;

    const QStringList m_folders;
    const QString m_reserve;
    mutable std::atomic_bool m_full = false;
    mutable std::atomic_bool m_refused = false; ///< since the last file that was written
};
