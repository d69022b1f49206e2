// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/clipcapture.h"

#include "models/core/times.h"
#include "server/cameras/archive/storageuse.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/videofile.h"
#include "server/core/db/retry.h"
#include "server/core/http/problem.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {
constexpr auto attemptInterval = std::chrono::milliseconds(500);
/// Longest wait for the rest of the recording of a camera that stalls or is offline.
constexpr qint64 patienceSeconds = 15;
}

std::optional<QDateTime> ClipCapture::make(DeviceDataId id, const QDateTime &end)
{
    auto data = m_store.find(id);
    if (!data || data->state != DeviceData::State::Pending)
        return std::nullopt;
    if (!isRecorded(data->deviceId, end))
        return Times::now().addMSecs(attemptInterval.count());
    const QString path = m_files.path(data->deviceId, id);
    describe(*data, m_media.makeClip(data->deviceId, data->takenAt, end, path));
    if (!retrying(m_database, [&] { return record(*data); }))
        QFile::remove(path);
    return std::nullopt;
}

void ClipCapture::giveUp(DeviceDataId id, const QString &reason)
{
    auto data = m_store.find(id);
    if (!data)
        return;
    data->state = DeviceData::State::Failed;
    data->stateReason = reason;
    retrying(m_database, [&] { return record(*data); });
}

bool ClipCapture::isRecorded(DeviceId device, const QDateTime &end) const
{
    const auto covered = m_media.coveredUntil(device);
    const bool cut = end <= m_started && !m_media.isShared();
    return (covered && *covered >= end) || cut || qAbs(end.secsTo(Times::now())) > patienceSeconds;
}

void ClipCapture::describe(DeviceData &data, const ClipResult &made) const
{
    const QString path = m_files.path(data.deviceId, data.dataId);
    QFile file(path);
    const bool complete = made.state != ClipResult::State::Failed && file.open(QFile::ReadOnly);
    data.state = complete ? DeviceData::State::Ready : DeviceData::State::Failed;
    data.stateReason = made.reason;
    if (!complete)
        return;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    data.sha256 = QString::fromLatin1(hash.result().toHex());
    data.bytes = file.size();
    data.takenAt = made.from;
    data.storageId = m_files.storageId();
    if (const auto video = VideoFile::probe(path)) {
        data.width = video->size.width();
        data.height = video->size.height();
        data.duration = video->seconds;
    }
}

/// Makes the outcome a failure if the file is larger than the room that the account has.
void ClipCapture::requireRoom(DeviceData &outcome, const DeviceData &pending)
{
    const auto promised = qint64(pending.duration.value_or(0) * double(StorageUse::bytesOfSecond));
    try {
        StorageUse(m_database, m_caps).require(outcome.accountId, outcome.bytes - promised);
    } catch (const Problem &problem) {
        outcome = pending;
        outcome.state = DeviceData::State::Failed;
        outcome.stateReason = problem.detail;
    }
}

bool ClipCapture::record(DeviceData outcome)
{
    Transaction transaction(m_database);
    lockAccount(m_database, outcome.accountId);
    auto data = m_store.findForUpdate(outcome.accountId, outcome.dataId);
    if (!data || data->state != DeviceData::State::Pending) // another run may have made the file meanwhile
        return data.has_value();
    if (outcome.state == DeviceData::State::Ready)
        requireRoom(outcome, *data);
    // What else has changed, such as a hold, is kept.
    data->state = outcome.state;
    data->stateReason = outcome.stateReason;
    data->sha256 = outcome.sha256;
    data->bytes = outcome.bytes;
    data->width = outcome.width;
    data->height = outcome.height;
    data->duration = outcome.duration;
    data->takenAt = outcome.takenAt;
    data->storageId = outcome.storageId;
    m_store.update(*data);
    m_events.record(data->accountId, u"data.changed"_s,
                    {{u"device_id"_s, data->deviceId.toString()}, {u"data_id"_s, data->dataId.toString()}});
    transaction.commit();
    return outcome.state == DeviceData::State::Ready;
}

JobTable captureJobs(Database &database, const EventOutlet &outlet, MediaHub &media, const ArchiveFiles &files,
                     const Caps &caps, const QDateTime &started)
{
    const auto clips = std::make_shared<ClipCapture>(database, outlet, media, files, caps, started);
    return {{.kind = ClipCapture::job,
             .run =
                 [clips](const Job &job, const std::atomic_bool &) {
                     const auto data = DeviceDataId::parse(job.key);
                     return data ? clips->make(*data, Times::fromMilliseconds(job.payload.toLongLong())) : std::nullopt;
                 },
             .gaveUp =
                 [clips](const Job &job) {
                     if (const auto data = DeviceDataId::parse(job.key))
                         clips->giveUp(*data, u"The video could not be made within a day."_s);
                 }}};
}
