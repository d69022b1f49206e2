// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/facejobs.h"

#include "models/core/times.h"
#include "server/cameras/ingest/imagefile.h"
#include "server/core/db/retry.h"
#include "server/core/http/problem.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr JobKind strayFiles{.name = QLatin1StringView("face_files"), .lane = Job::Lane::Tidy};
}

QString FaceJobPlace::serverId() const
{
    QFile file(serverIdFile);
    return file.open(QFile::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

qint64 FaceJobPlace::bytes() const
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        bytes += file.size();
    return bytes;
}

FaceJobs::FaceJobs(Database &database, const QString &modelFolder, FaceJobPlace place, EventOutlet outlet)
    : m_database(database)
    , m_store(database)
    , m_models(modelFolder)
    , m_place(std::move(place))
    , m_outlet(std::move(outlet))
{
}

void FaceJobs::removeStrayFiles(StrayFiles &strays, const std::atomic_bool &stopping)
{
    for (const QFileInfo &file : QDir(m_place.folder).entryInfoList(QDir::Files)) {
        if (stopping)
            throw JobBrokenOff();
        const auto id = FaceJobId::parse(file.fileName());
        const auto job = id ? m_store.find(*id) : std::nullopt;
        if (!job)
            strays.add(file);
        else if (job->state != FaceJob::State::Pending)
            QFile::remove(file.filePath());
    }
    strays.settle(stopping);
}

/// Records an event for the account of the job or, if the job belongs to an app, for the account that owns the app.
void FaceJobs::recordEvent(const FaceJobRow &job)
{
    const AccountId account = job.accountId.isNull() ? m_store.ownerOf(job.appId) : job.accountId;
    if (account.isNull()) // the app is the portal, which has no owner
        return;
    const QString id = job.jobId.toString();
    const QJsonObject data{{u"job_id"_s, id}, {u"state"_s, SqlValue::of(job.state).toString()}};
    EventStore(m_database, m_outlet)
        .record(account, u"face.analyzed"_s, data, Headline{.topic = Topic::FaceAnalyzed, .object = id, .data = data});
}

void FaceJobs::run(FaceJobId id)
{
    auto job = m_store.find(id);
    if (!job || job->state != FaceJob::State::Pending) {
        QFile::remove(m_place.file(id)); // the server ended after the result was stored
        return;
    }
    try {
        QFile file(m_place.file(id));
        if (!m_analyzer)
            m_analyzer = FaceAnalyzer::open(m_models);
        if (!m_analyzer)
            throw Problem(503, u"models_not_installed"_s, {});
        if (!file.open(QFile::ReadOnly))
            throw Problem(422, u"image_unreadable"_s, {});
        job->result = m_analyzer->analyze(ImageFile::decoded(file.readAll()), FaceAttributes::named(job->attributes));
        job->state = FaceJob::State::Done;
    } catch (const Problem &problem) {
        job->state = FaceJob::State::Failed;
        job->problem = problem.code;
    }
    finish(*job);
}

void FaceJobs::giveUp(FaceJobId id, const QString &problem)
{
    auto job = m_store.find(id);
    if (!job || job->state != FaceJob::State::Pending)
        return;
    job->state = FaceJob::State::Failed;
    job->problem = problem;
    finish(*job);
}

void FaceJobs::finish(FaceJobRow &job)
{
    job.updatedAt = Times::now();
    inTransaction(m_database, [&] {
        m_store.update(job);
        recordEvent(job);
    });
    QFile::remove(m_place.file(job.jobId));
}

JobTable faceJobs(Database &database, const QString &modelFolder, const FaceJobPlace &place, const EventOutlet &outlet)
{
    const StrayFiles::Place pictures{place.serverId(), u"faces"_s, place.folder};
    const auto jobs = std::make_shared<FaceJobs>(database, modelFolder, place, outlet);
    return {{.kind = FaceJobStore::job,
             .run =
                 [jobs](const Job &job, const std::atomic_bool &) {
                     if (const auto id = FaceJobId::parse(job.key))
                         jobs->run(*id);
                     return std::nullopt;
                 },
             .gaveUp =
                 [jobs](const Job &job) {
                     if (const auto id = FaceJobId::parse(job.key))
                         jobs->giveUp(*id, u"analysis_failed"_s);
                 }},
            {.kind = strayFiles,
             .run =
                 [jobs, &database, pictures](const Job &, const std::atomic_bool &stopping) {
                     StrayFiles strays(database, pictures);
                     jobs->removeStrayFiles(strays, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(1),
             .everyServer = true}};
}
