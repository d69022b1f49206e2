// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingstorage.h"
#include "server/insight/observations/observationstore.h"
#include "server/insight/observations/observationtrail.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <memory>
#include <mutex>

class Database;

/// Writes the observations of the cameras of a server: the blocks into files beside the recordings, and then their rows
/// and the objects in them. A file is written in whole blocks, and is valid up to the last complete one, so that a
/// crash loses at most the minute that was not finished. After a power cut, some seconds more may be missing.
///
/// A disk or a database that is slow or refuses data delays nothing else. Blocks that do not fit in memory meanwhile
/// are lost and counted.
///
/// Thread: one of its own.
class ObservationWriter : public QObject
{
    Q_OBJECT

public:
    explicit ObservationWriter(RecordingStorage storage);
    ~ObservationWriter() override;

    /// Takes a block. Thread: any.
    void add(FinishedBlock block);
    /// Begins to write. Thread: the writer's.
    void start(Database &database);
    /// Writes what waits. Call it after the cameras are closed, and before the database is closed.
    ///
    /// Thread: the writer's.
    void stop();

    /// Returns the number of bytes that were written, and of blocks that were lost. Thread: any.
    qint64 written() const { return m_written; }
    qint64 lost() const { return m_lost; }

    /// Returns the path of a file, relative to the folder of the storage.
    static QString pathOf(const RecordingStorage &storage, DeviceId device, const QString &file);

private:
    void write();
    bool append(const FinishedBlock &block);
    void saveRows(const QList<FinishedBlock> &blocks);
    void save(const FinishedBlock &block);

    const RecordingStorage m_storage;
    std::mutex m_lock; ///< guards the next two
    QList<FinishedBlock> m_waiting;
    qint64 m_waitingBytes = 0;
    std::atomic<qint64> m_written = 0;
    std::atomic<qint64> m_lost = 0;
    Database *m_database = nullptr;
    std::unique_ptr<ObservationStore> m_store;
    QHash<QString, ObservationFile> m_files; ///< those written lately, by id
    QList<FinishedBlock> m_unsaved; ///< written, but without rows; their bytes are empty
    bool m_refused = false; ///< the disk refused the last block
};
