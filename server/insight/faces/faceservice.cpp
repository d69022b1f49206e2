// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/faceservice.h"

#include "models/core/times.h"
#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/ingest/imagefile.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/problem.h"
#include "server/insight/marks/markservice.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxPending = 50; // jobs of an account
constexpr qint64 maxQueue = 1 << 30; // bytes of pictures that wait on this server
constexpr auto retryAfter = std::chrono::seconds(60);
}

void FaceService::requireModels()
{
    if (!m_analyzer)
        m_analyzer = FaceAnalyzer::open(m_models);
    if (!m_analyzer)
        throw Problem(503, u"models_not_installed"_s,
                      u"The models for face detection are not installed. Run scripts/install-models."_s);
}

void FaceService::requireKnown(const QStringList &attributes)
{
    FieldErrors errors;
    for (qsizetype i = 0; i < attributes.size(); ++i) {
        if (!FaceAttributes::names().contains(attributes[i]))
            errors += {u"/attributes/%1"_s.arg(i), u"not_allowed"_s,
                       u"Must be one of %1."_s.arg(FaceAttributes::names().join(u", "))};
    }
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

FaceAnalysis FaceService::detect(const QByteArray &image, const QStringList &attributes)
{
    requireKnown(attributes);
    requireModels();
    return m_analyzer->analyze(ImageFile::decoded(image), FaceAttributes::named(attributes));
}

void FaceService::requireRoom(const Caller &caller, qint64 bytes)
{
    if (m_jobs.pendingOf(caller.accountId, caller.appId) >= maxPending)
        throw Problem::tooManyRequests(u"too_many_jobs"_s,
                                       u"%1 face detection jobs are pending. Wait for one of them."_s.arg(maxPending),
                                       retryAfter)
            .with(u"limit"_s, maxPending);
    if (m_place.bytes() + bytes > maxQueue)
        throw Problem::unavailable(u"storage_full"_s, u"Too many images wait for analysis at present."_s, retryAfter);
}

FaceJob FaceService::begin(const Caller &caller, const QByteArray &image, const QStringList &attributes)
{
    requireKnown(attributes);
    requireModels();
    requireRoom(caller, image.size());
    ImageFile::decoded(image); // reports a damaged image now instead of in the job
    FaceJobRow job;
    job.jobId = FaceJobId::generate();
    job.accountId = caller.accountId;
    job.appId = caller.appId;
    job.serverId = m_place.serverId();
    job.attributes = attributes;
    job.createdAt = Times::now();
    job.updatedAt = job.createdAt;
    QDir().mkpath(m_place.folder);
    QSaveFile file(m_place.file(job.jobId));
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(image) != image.size() || !file.commit())
        throw Problem::unavailable(u"storage_full"_s, u"The image cannot be stored at present."_s, retryAfter);
    Transaction transaction(m_database);
    m_jobs.insert(job);
    transaction.commit();
    return job.shown();
}

FaceJob FaceService::job(const Caller &caller, FaceJobId id)
{
    const auto job = m_jobs.find(id);
    const bool own = job && job->accountId == caller.accountId && job->appId == caller.appId;
    return own ? job->shown() : throw Problem::notFound();
}

QByteArray FaceService::imageOf(const Caller &caller, const FaceRequest &request)
{
    const int sources = int(!request.image.isEmpty()) + int(!request.markId.isNull()) + int(!request.dataId.isNull());
    if (sources != 1)
        throw Problem::invalid(u"/image"_s, sources == 0 ? u"required"_s : u"not_allowed"_s,
                               u"Exactly one of image, mark_id, and data_id is required."_s);
    if (!request.image.isEmpty()) {
        const auto decoded =
            QByteArray::fromBase64Encoding(request.image.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || (*decoded).isEmpty())
            throw Problem::invalid(u"/image"_s, u"malformed"_s, u"Must be valid Base64."_s);
        return *decoded;
    }
    return storedImage(caller, request);
}

QByteArray FaceService::storedImage(const Caller &caller, const FaceRequest &request)
{
    if (caller.accountId.isNull()) // an app without a user cannot see the pictures of accounts
        throw Problem::notFound();
    if (request.markId.isNull()) {
        const DeviceData data = m_archive.get(caller, request.dataId);
        if (data.kind != DeviceData::Kind::Photo)
            throw Problem(415, u"image_type_unsupported"_s, u"The data is a video, not a photo."_s);
        const QString storage = m_archive.isStored(data) ? QString() : data.storageId; // a copy is fetched
        return contentOf(storage, ArchiveFiles::target(data.deviceId, data.dataId), m_archive.pathOf(data));
    }
    constexpr auto kind = MarkFiles::Kind::Snapshot;
    const DeviceMark mark = m_marks.get(caller, caller.accountId, request.markId);
    const MarkFiles &files = m_marks.files();
    return contentOf(files.isStored(mark) ? QString() : mark.storageId,
                     MarkFiles::target(mark.deviceId, mark.devicemarkId, kind), files.readable(mark, kind));
}

QByteArray FaceService::contentOf(const QString &storageId, const QByteArray &target, const QString &path)
{
    if (!m_peers.isHere(storageId))
        return m_peers.content(storageId, target, ImageFile::maxFile);
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : throw Problem::notFound();
}
