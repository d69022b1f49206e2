// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <atomic>

/// The free space of the disks that a server writes to.
///
/// A disk counts as full before its last byte is used, so that the database can still record that it is full. In case
/// another program uses that rest as well, a reserve file in the data folder takes up some space, and is removed while
/// the disk is full.
///
/// Thread: look() on one thread at a time; isFull() on any.
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

private:
    bool hasLess(int times) const;
    void keepReserve() const;

    const QStringList m_folders;
    const QString m_reserve;
    std::atomic_bool m_full = false;
};
