// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/facejobstore.h"

FaceJob FaceJobRow::shown() const
{
    FaceJob job;
    job.jobId = jobId;
    job.state = state;
    job.problem = problem;
    job.result = result;
    job.createdAt = createdAt;
    job.updatedAt = updatedAt;
    return job;
}

std::optional<FaceJobRow> FaceJobStore::find(FaceJobId job)
{
    return m_database.one<FaceJobRow>("SELECT * FROM face_job WHERE job_id = ?", job);
}

void FaceJobStore::insert(const FaceJobRow &row)
{
    m_database.insert(row);
    JobStore(m_database).enqueue(job, {.key = row.jobId.toString(), .server = row.serverId});
}

AccountId FaceJobStore::ownerOf(AppId app)
{
    return AccountId::parse(m_database.value("SELECT account_id FROM app WHERE app_id = ?", app).toString())
        .value_or(AccountId());
}

qint64 FaceJobStore::pendingOf(AccountId account, AppId app)
{
    const QVariant count = account.isNull()
        ? m_database.value(
            "SELECT count(*) FROM face_job WHERE state = 'pending' AND account_id IS NULL AND app_id = ?", app)
        : m_database.value("SELECT count(*) FROM face_job WHERE state = 'pending' AND account_id = ?", account);
    return count.toLongLong();
}

qint64 FaceJobStore::removeBefore(const QDateTime &created)
{
    return m_database.exec("DELETE FROM face_job WHERE created_at < ?", created);
}
