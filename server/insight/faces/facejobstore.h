// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/face.h"
#include "server/core/jobs/jobstore.h"

/// The row of a face detection job.
class FaceJobRow
{
    Q_GADGET
    Q_CLASSINFO("table", "face_job")
    Q_CLASSINFO("problem.optional", "true")
    Q_PROPERTY(FaceJobId jobId MEMBER jobId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(QString serverId MEMBER serverId)
    Q_PROPERTY(QStringList attributes MEMBER attributes)
    Q_PROPERTY(FaceJob::State state MEMBER state)
    Q_PROPERTY(QString problem MEMBER problem)
    Q_PROPERTY(FaceAnalysis result MEMBER result)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt)

public:
    FaceJobId jobId;
    AccountId accountId; ///< account of the caller; null: the job belongs to the app itself
    AppId appId; ///< app that created the job
    QString serverId; ///< FaceJobPlace::serverId() of the server that has the picture
    QStringList attributes; ///< requested attributes; empty: all
    FaceJob::State state = FaceJob::State::Pending;
    QString problem; ///< error code of a failed job
    FaceAnalysis result;
    QDateTime createdAt;
    QDateTime updatedAt;

    /// Returns the job as the API shows it.
    FaceJob shown() const;
};

/// The SQL of face detection jobs.
class FaceJobStore
{
public:
    /// The background job. Its key is the id of the face detection job.
    static constexpr JobKind job{.name = QLatin1StringView("face"), .lane = Job::Lane::Vision};

    explicit FaceJobStore(Database &database)
        : m_database(database)
    {
    }

    /// Inserts a row, and enqueues the background job for the server that has the picture.
    void insert(const FaceJobRow &row);
    void update(const FaceJobRow &job) { m_database.update(job); }
    std::optional<FaceJobRow> find(FaceJobId job);
    /// Returns the account that owns an app, or null.
    AccountId ownerOf(AppId app);
    /// Returns the number of pending jobs of the account or, for a null account, of the app itself.
    qint64 pendingOf(AccountId account, AppId app);
    /// Deletes the jobs that were created before a time, and returns their number.
    qint64 removeBefore(const QDateTime &created);

private:
    Database &m_database;
};
