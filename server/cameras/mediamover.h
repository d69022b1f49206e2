// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/store/storemove.h"
#include "server/core/db/database.h"
#include "server/core/jobs/job.h"

class MediaHub;
class StoredMedia;
class UnnamedObject;

/// Moves finished media from the folder of this server to the store, and deletes from the store what no row names any
/// more. Servers share the deletions: each object is claimed by one of them, in a transaction that also looks whether a
/// row names it. A file leaves the folder once the store has confirmed it and the database names the store. Both
/// survive a crash at any point: what was not committed is done again, a recording that stayed behind is noted
/// (`recording_erasure`), a photo or a video is swept with the stray files, and an object that nothing came to name is
/// deleted a day later.
class MediaMover
{
public:
    MediaMover(Database &database, StoredMedia &stored, ArchiveFiles files, RecordingStorage recordings,
               const MediaHub &media);

    /// Moves photos, videos, and closed recordings.
    ///
    /// Throws: StoreError.
    void moveFinished(const std::atomic_bool &stopping);
    /// Deletes objects. Those that the store does not delete are tried again later, after growing pauses. Those whose
    /// time was over while the database was not used stay for another day.
    void deleteUnnamed(const std::atomic_bool &stopping);

private:
    void moveData(const std::atomic_bool &stopping);
    void moveRecordings(const std::atomic_bool &stopping);
    void move(const RecordedFile &file);
    bool isInRing(const RecordedFile &file) const;
    std::optional<QDateTime> claim(const UnnamedObject &object);
    static bool isOverdue(const UnnamedObject &object);
    void putOff(const UnnamedObject &object);

    Database &m_database;
    StoredMedia &m_stored;
    StoreOwner m_owner;
    StoreMove m_moveData;
    StoreMove m_moveRecording; ///< RecordingEraser removes the files
    const ArchiveFiles m_files;
    const RecordingStorage m_recordings;
    const MediaHub &m_media;
};

/// Returns the jobs of each server that move finished media, every half minute, and delete objects, every minute.
JobTable mediaMoverJobs(Database &database, StoredMedia &stored, const ArchiveFiles &files,
                        const RecordingStorage &recordings, const MediaHub &media);
