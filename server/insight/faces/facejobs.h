// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/strayfiles.h"
#include "server/core/events/eventstore.h"
#include "server/insight/faces/facejobstore.h"
#include "server/insight/vision/faceanalyzer.h"

/// The folder for the pictures of waiting jobs, and the ID of this server in their rows.
struct FaceJobPlace
{
    explicit FaceJobPlace(const QString &dataDir)
        : folder(dataDir + QStringLiteral("/faces"))
        , serverIdFile(dataDir + QStringLiteral("/storage.id"))
    {
    }
    /// Returns the ID of the data folder, which identifies this server in `FaceJobRow::serverId`.
    QString serverId() const;
    /// Returns the size of the waiting pictures in bytes.
    qint64 bytes() const;
    QString file(FaceJobId job) const { return folder + u'/' + job.toString(); }

    QString folder;
    QString serverIdFile;
};

/// Analyzes the pictures that wait on this server, and records an event for the account of each finished job.
class FaceJobs
{
public:
    FaceJobs(Database &database, const QString &modelFolder, FaceJobPlace place, EventOutlet outlet);

    /// Runs the job unless it is already done. Takes tens of milliseconds or more.
    void run(FaceJobId job);
    /// Marks the job as failed. `problem` is the error code.
    void giveUp(FaceJobId job, const QString &problem);
    /// Deletes pictures of this server whose job is done, looks for those without a job, and settles `strays`.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void removeStrayFiles(StrayFiles &strays, const std::atomic_bool &stopping);

private:
    void finish(FaceJobRow &job);
    void recordEvent(const FaceJobRow &job);

    Database &m_database;
    FaceJobStore m_store;
    QString m_models;
    FaceJobPlace m_place;
    EventOutlet m_outlet;
    std::unique_ptr<FaceAnalyzer> m_analyzer;
};

/// Returns the face jobs of this server, and the hourly job that looks for stray pictures.
JobTable faceJobs(Database &database, const QString &modelFolder, const FaceJobPlace &place, const EventOutlet &outlet);
