// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/cluster/strayfiles.h"
#include "server/core/jobs/job.h"

class MediaHub;

/// Brings the index of recordings and the files of this server together, as after a crash or an outage of the database.
class RecordingRepair
{
public:
    RecordingRepair(Database &database, RecordingStorage storage, const MediaHub &media);

    /// Indexes files that have no row if their camera records continuously. The others are stray files, which
    /// StrayFiles removes. Removes rows whose file is missing, unless they are held. Files that were changed within an
    /// hour may be in use. Does nothing, and says so, while the folder of the recordings is away.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void repair(const std::atomic_bool &stopping, const QDateTime &now = Times::now());

private:
    bool isThere() const;
    void repairFolder(DeviceId device, StrayFiles &strays, const std::atomic_bool &stopping);
    bool repairFile(DeviceId device, const RecordingName &name);
    void repairPath(const RecordedFile &row, const QString &path);
    void save(RecordedFile row, const QString &path);
    void removeMissing(const std::atomic_bool &stopping);
    bool removeRow(const RecordedFile &row);

    Database &m_database;
    RecordingStore m_store;
    SpanStore m_spans;
    const RecordingStorage m_storage;
    const MediaHub &m_media;
};
