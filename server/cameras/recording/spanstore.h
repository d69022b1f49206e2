// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/recordingspan.h"
#include "server/cameras/recording/fragmentlist.h"
#include "server/cameras/recording/recordedfile.h"
#include "server/core/db/conditions.h"
#include "server/core/db/database.h"

/// A span of time, in milliseconds since the epoch.
class RemovedSpan
{
    Q_GADGET
    Q_PROPERTY(qint64 startedAt MEMBER startMs)
    Q_PROPERTY(qint64 endedAt MEMBER endMs)

public:
    qint64 startMs = 0;
    qint64 endMs = 0;

    friend bool operator==(const RemovedSpan &, const RemovedSpan &) = default;
};

/// A file in a storage that still has bytes which the index lists no more there: a part or all of it was deleted, or it
/// has moved to another storage.
class RecordingErasure
{
    Q_GADGET
    Q_CLASSINFO("table", "recording_erasure")
    Q_PROPERTY(RecordingId recordingId MEMBER recordingId)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)

public:
    RecordingId recordingId;
    DeviceId deviceId;
    QString storageId;
    QString path;
    QDateTime startedAt; ///< of the file, before anything was deleted
    QDateTime endedAt;
    QDateTime createdAt;
};

/// The SQL of the spans of recordings that are held, and of those that were deleted.
class SpanStore
{
public:
    static constexpr qint64 mostRemovals = 1000; ///< of a device; older ones are forgotten

    explicit SpanStore(Database &database)
        : m_database(database)
    {
    }

    /// Locks the rows of devices, in the order of their IDs, so that holds, deletions and limits of one device follow
    /// each other. Returns the rows that exist.
    ///
    /// Transaction: the caller's.
    QList<Device> lockDevices(QList<DeviceId> devices);

    /// Returns the holds that overlap the time and are in force at `now`, in order.
    QList<RecordingHold> holds(DeviceId device, const QDateTime &from, const QDateTime &to, const QDateTime &now);
    /// Adds a hold, which replaces the others in its time.
    void hold(const RecordingHold &hold);
    /// Ends all holds in a time. What they hold before and after stays held.
    void release(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Throws: 409 `data_held` if a span, a photo or a video of the device is held.
    void requireNone(DeviceId device, const QDateTime &now);
    /// Removes the holds that have ended by themselves.
    void removeEnded(DeviceId device, const QDateTime &now);
    qint64 countOf(DeviceId device); ///< of holds
    /// Returns the bytes of the files of an account that are held at `now`.
    qint64 heldBytes(AccountId account, const QDateTime &now);
    /// Adds the condition that a row of `recording` is not held at `now`.
    static void addNotHeld(Conditions &conditions, const QDateTime &now);

    /// Deletes what the analysis saw in a span, as far as the database has it, and notes that it is to be erased in the
    /// files of observations.
    void removeSeen(DeviceId device, const RemovedSpan &span);
    /// Notes that a span was deleted.
    void noteRemoved(DeviceId device, const RemovedSpan &span);
    /// Returns the spans that were deleted and overlap the time, in order.
    QList<RemovedSpan> removed(DeviceId device, const QDateTime &from, const QDateTime &to);

    /// Notes a file of the storage that the row names. Returns the note.
    RecordingErasure noteErasure(const RecordedFile &file, const QDateTime &now);
    /// Returns erasures in a storage, in the order of the IDs of their files, which follow `after`.
    QList<RecordingErasure> erasures(const QString &storageId, RecordingId after, int limit);
    bool isErased(RecordingId recording); ///< returns whether an erasure of the file is due in any storage
    /// Ends an erasure, unless more was deleted since it was read.
    void endErasure(const RecordingErasure &erasure);

private:
    Database &m_database;
};
