// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/binkeeper.h"
#include "server/cameras/recorder/recordingstorage.h"

#include <functional>

class MediaRemoval;

/// Returns the paths that the files of a mark may have.
using FilesOfMark = std::function<QStringList(DeviceId, DeviceMarkId)>;

/// Removes the files of photos, videos, marks, and devices that were permanently deleted, by whatever server: triggers
/// note them in `media_removal`, by the storage that has them. A server that removes a row of its own also removes the
/// files at once, and a job looks for those that a crash has left: see BinKeeper and MarkJanitor.
class MediaRemover
{
public:
    struct Places : BinKeeper::Folders
    {
        /// The parent of the `media` folders of all servers that share the storage; empty: it is not shared.
        QString sharedMedia;
        FilesOfMark filesOfMark;
    };

    MediaRemover(Database &database, RecordingStorage storage, Places places);

    /// Removes what is due in the storage of this server. What cannot be removed waits for the next run. While the
    /// storage is away, everything waits.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void removeDue(const std::atomic_bool &stopping);

private:
    bool isThere() const;
    bool remove(const MediaRemoval &removal);
    bool removeFolders(DeviceId device);

    Database &m_database;
    const RecordingStorage m_storage;
    const Places m_places;
};

/// Returns the job of each server, every half minute.
JobTable mediaRemoverJobs(Database &database, const RecordingStorage &storage, const MediaRemover::Places &places);
