// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/recordedfile.h"
#include "server/core/db/database.h"

/// The SQL of the index of recordings.
class RecordingStore
{
public:
    /// The longest file. Looking a time up reads no files that began earlier.
    static constexpr std::chrono::minutes longestFile{30};

    explicit RecordingStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<RecordedFile> find(RecordingId recording);
    /// Returns the files that overlap the time from `from` to `to`, the oldest first. An open file is returned if it
    /// began before `to` and after `from` - longestFile, because it may have grown since the index was written.
    QList<RecordedFile> between(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Returns the same files in the order of their IDs, and locks them.
    ///
    /// Transaction: the caller's.
    QList<RecordedFile> betweenForUpdate(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Returns the same files without their fragments, which is many times faster.
    QList<RecordedFile> spansBetween(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Returns the first file that began at or after `time`, or the last one that began before it.
    std::optional<RecordedFile> nextFrom(DeviceId device, const QDateTime &time);
    std::optional<RecordedFile> lastBefore(DeviceId device, const QDateTime &time);

    /// Inserts a file, or replaces its row.
    ///
    /// Throws: ForeignKeyViolation if the device was deleted.
    void save(const RecordedFile &file);
    void remove(RecordingId recording);
    /// Returns the files in a storage folder that have not been finished.
    QList<RecordedFile> openIn(const QString &storageId);

    /// Returns the number of bytes of a device's recordings.
    qint64 bytesOf(DeviceId device);
    /// Returns the number of bytes of the recordings of an account's devices.
    qint64 bytesOf(AccountId account);

private:
    QList<RecordedFile> overlapping(const QByteArray &columns, const QByteArray &order, DeviceId device,
                                    const QDateTime &from, const QDateTime &to);

    Database &m_database;
};
