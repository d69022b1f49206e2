// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/face.h"
#include "server/core/jobs/jobstore.h"

/// A job as it is stored.
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
    AccountId accountId; ///< the owner; null: the job belongs to an app
    AppId appId;
    QString serverId; ///< the server that has the picture
    QStringList attributes;
    FaceJob::State state = FaceJob::State::Pending;
    QString problem;
    FaceAnalysis result;
    QDateTime createdAt;
    QDateTime updatedAt;

    FaceJob shown() const;
};

/// The SQL of jobs.
class FaceJobStore
{
public:
    /// The face job's id is the key.
    static constexpr JobKind job{.name = QLatin1StringView("face"), .lane = Job::Lane::Vision};

    explicit FaceJobStore(Database &database)
        : m_database(database)
    {
    }

    /// Begins as well: the server that has the picture is to do it.
    void insert(const FaceJobRow &row);
    void update(const FaceJobRow &job) { m_database.update(job); }
    std::optional<FaceJobRow> find(FaceJobId job);
    AccountId ownerOf(AppId app);
    /// Returns the number of pending jobs of the account or, for a null account, of the app itself.
    qint64 pendingOf(AccountId account, AppId app);
    bool isPending(const QString &job);
    qint64 removeBefore(const QDateTime &created);

private:
    Database &m_database;
};
