// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/insight/faces/facejobstore.h"
#include "server/insight/vision/faceanalyzer.h"

/// Where the pictures of jobs wait, and by which name this server knows its own.
struct FaceJobPlace
{
    explicit FaceJobPlace(const QString &dataDir)
        : folder(dataDir + QStringLiteral("/faces"))
        , serverIdFile(dataDir + QStringLiteral("/storage.id"))
    {
    }
    QString serverId() const;
    QString file(FaceJobId job) const { return folder + u'/' + job.toString(); }

    QString folder;
    QString serverIdFile;
};

/// Looks for faces in the pictures that wait on this server, and tells the account of a job that it is done.
class FaceJobs
{
public:
    FaceJobs(Database &database, const QString &modelFolder, FaceJobPlace place, EventOutlet outlet);

    /// Does the job, unless it is done already. Takes tens of milliseconds and more.
    void run(FaceJobId job);
    /// Ends the job as failed, with this code.
    void giveUp(FaceJobId job, const QString &problem);
    /// Removes pictures of this server that no job waits for and that were last changed before this time: newer ones
    /// may be of a job that is about to be acknowledged.
    void removeStrayFiles(const QDateTime &before);

private:
    void finish(FaceJobRow &job);
    void tell(const FaceJobRow &job);

    Database &m_database;
    FaceJobStore m_store;
    QString m_models;
    FaceJobPlace m_place;
    EventOutlet m_outlet;
    std::unique_ptr<FaceAnalyzer> m_analyzer;
};

/// Does the face jobs of this server, and looks for stray pictures in its folder once a day. `started`: when this
/// server did.
JobTable faceJobs(Database &database, const QString &modelFolder, const FaceJobPlace &place, const QDateTime &started,
                  const EventOutlet &outlet);
