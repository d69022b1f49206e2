// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/insight/faces/facejobstore.h"
#include "server/insight/vision/faceanalyzer.h"

#include <QTimer>

/// Where the pictures of jobs wait, and by which name this server knows its own.
struct FaceJobPlace
{
    explicit FaceJobPlace(const QString &dataDir)
        : folder(dataDir + QStringLiteral("/faces"))
        , serverIdFile(dataDir + QStringLiteral("/server.id"))
    {
    }
    QString serverId() const;
    QString file(FaceJobId job) const { return folder + u'/' + job.toString(); }

    QString folder;
    QString serverIdFile;
};

/// Works off the jobs of this server, one after the other, on a thread of its own, and tells whose they are; what a
/// crash interrupted is begun again.
class FaceJobs
{
public:
    FaceJobs(Database &database, const QString &modelFolder, FaceJobPlace place, EventOutlet outlet);

private:
    void run();
    void work(FaceJobRow job);
    void tell(const FaceJobRow &job);
    void removeStrayFiles();

    Database &m_database;
    FaceJobStore m_store;
    QString m_models;
    FaceJobPlace m_place;
    EventOutlet m_outlet;
    std::unique_ptr<FaceAnalyzer> m_analyzer;
    QTimer m_clock;
};
