// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/cameras/store/storemove.h"
#include "server/core/jobs/job.h"

class MediaHub;
class StoredMedia;

/// Removes the bytes of recordings that the index lists no more: what users have deleted, the files that another server
/// has removed from the index, or a crash has left, and those that have moved to the media store. A file in the folder
/// of this server becomes a file with holes, or goes. An object in the media store is replaced by one without the
/// deleted fragments: by one server at a time, as any of them can do it. All of it may be broken off at any point, and
/// is done again. A file leaves the ring of its camera first, which may be offline.
class RecordingEraser
{
public:
    /// `stored` may be null.
    RecordingEraser(Database &database, RecordingStorage storage, const MediaHub &media, StoredMedia *stored);

    /// Erases what is due in the folder of this server. A file that the index has not decided about waits. While the
    /// folder is away, everything waits.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void erase(const std::atomic_bool &stopping);
    /// Erases what is due in the media store. The job that calls it runs on one server at a time. If a server loses its
    /// lease and goes on nevertheless, one of the two finds that the row has changed, and deletes its own object.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void eraseStored(const std::atomic_bool &stopping);

    /// Overwrites what lies between the fragments of a file, and gives its space back where the disk can do that.
    ///
    /// Throws: StorageError.
    static void punch(const QString &path, qint64 initBytes, const Fragments &kept);
    /// Copies the initialization section and the fragments into another file, and returns where they are there.
    ///
    /// Throws: StorageError.
    static Fragments copy(const QString &path, qint64 initBytes, const Fragments &kept, const QString &target);

private:
    void eraseIn(const QString &storageId, const std::atomic_bool &stopping);
    void eraseOne(const RecordingErasure &erasure);
    bool isDue(const RecordingErasure &erasure);
    void removeSheets(const RecordingErasure &erasure) const;
    bool isMine(const RecordingErasure &erasure) const;
    bool leavesRing(const RecordingErasure &erasure);
    void eraseFile(const RecordingErasure &erasure);
    void eraseObject(const RecordingErasure &erasure);
    void end(const RecordingErasure &erasure);

    Database &m_database;
    RecordingStore m_store;
    SpanStore m_spans;
    const RecordingStorage m_storage;
    const MediaHub &m_media;
    StoredMedia *m_stored;
};

/// Returns the jobs that erase, every half minute: one of each server, and one for the media store.
JobTable recordingEraserJobs(Database &database, const RecordingStorage &storage, const MediaHub &media,
                             StoredMedia *stored);
