// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/facejobs.h"

#include "models/core/times.h"
#include "server/cameras/ingest/imagefile.h"
#include "server/core/db/retry.h"
#include "server/core/http/problem.h"

#include <QDir>
#include <QFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookEvery = std::chrono::milliseconds(250);
}

QString FaceJobPlace::serverId() const
{
    QFile file(serverIdFile);
    return file.open(QFile::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

FaceJobs::FaceJobs(Database &database, const QString &modelFolder, FaceJobPlace place, EventOutlet outlet)
    : m_database(database)
    , m_store(database)
    , m_models(modelFolder)
    , m_place(std::move(place))
    , m_outlet(std::move(outlet))
{
    removeStrayFiles();
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { run(); });
    m_clock.start(lookEvery);
}

/// Their jobs are done, or were never acknowledged.
void FaceJobs::removeStrayFiles()
{
    for (const QString &name : QDir(m_place.folder).entryList(QDir::Files)) {
        if (!m_store.isPending(name))
            QFile::remove(m_place.folder + u'/' + name);
    }
}

void FaceJobs::run()
{
    try {
        while (const auto job = m_store.next(m_place.serverId()))
            work(*job);
    } catch (const std::exception &error) {
        qWarning("Faces wait: %s", error.what());
    }
}

/// Whose job it is; of an app's own, whose app.
void FaceJobs::tell(const FaceJobRow &job)
{
    const AccountId account = job.accountId.isNull() ? m_store.ownerOf(job.appId) : job.accountId;
    if (account.isNull()) // the portal's
        return;
    const QString id = job.jobId.toString();
    const QJsonObject data{{u"job_id"_s, id}, {u"state"_s, SqlValue::of(job.state).toString()}};
    EventStore(m_database, m_outlet)
        .record(account, u"face.analyzed"_s, data, Headline{.topic = Topic::FaceAnalyzed, .object = id, .data = data});
}

void FaceJobs::work(FaceJobRow job)
{
    QFile file(m_place.file(job.jobId));
    try {
        if (!m_analyzer)
            m_analyzer = FaceAnalyzer::open(m_models);
        if (!m_analyzer)
            throw Problem(503, u"models_not_installed"_s, {});
        if (!file.open(QFile::ReadOnly))
            throw Problem(422, u"image_unreadable"_s, {});
        job.result = m_analyzer->analyze(ImageFile::decoded(file.readAll()), FaceAttributes::named(job.attributes));
        job.state = FaceJob::State::Done;
    } catch (const Problem &problem) {
        job.state = FaceJob::State::Failed;
        job.problem = problem.code;
    }
    job.updatedAt = Times::now();
    inTransaction(m_database, [&] {
        m_store.update(job);
        tell(job);
    });
    file.remove();
}
