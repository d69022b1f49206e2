// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/clipmaker.h"

#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/jobstore.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto attemptInterval = std::chrono::milliseconds(1000); // the length of a segment
/// Longest wait for the rest of the recording of a camera that stalls or is offline. The clip is made without it then.
constexpr qint64 patienceSeconds = 15;

MarkClip::State stateOf(ClipResult::State state)
{
    switch (state) {
    case ClipResult::State::Ready:
        return MarkClip::State::Ready;
    case ClipResult::State::Partial:
        return MarkClip::State::Partial;
    case ClipResult::State::Failed:
        break;
    }
    return MarkClip::State::Failed;
}
}

ClipMaker::ClipMaker(Database &database, EventStore &events, MediaHub &media, const MarkFiles &files,
                     const QDateTime &started)
    : m_database(database)
    , m_store(database)
    , m_events(events)
    , m_media(media)
    , m_files(files)
    , m_started(started)
{
}

void ClipMaker::want(Database &database, DeviceMark &mark, std::chrono::milliseconds postRoll, const QString &server)
{
    mark.clip.wantedTo = mark.endedAt.addMSecs(postRoll.count());
    // Without the limit, a clock that was set back after the end of the mark would delay the clip.
    const QDateTime dueAt = std::min(mark.clip.wantedTo, Times::now().addMSecs(postRoll.count()));
    JobStore(database).enqueue(job, {.key = mark.devicemarkId.toString(), .dueAt = dueAt, .server = server});
}

std::optional<QDateTime> ClipMaker::make(DeviceMarkId id)
{
    const auto mark = m_store.find(id);
    if (!mark || !mark->clip.isPending())
        return std::nullopt;
    if (!isReadyToMake(*mark))
        return Times::now().addMSecs(attemptInterval.count());
    m_files.makeFolder(mark->deviceId);
    const QString path = m_files.path(mark->deviceId, id, MarkFiles::Kind::Clip);
    const ClipResult made = m_media.makeClip(mark->deviceId, mark->clip.wantedFrom, mark->clip.wantedTo, path);
    if (!retrying(m_database, [&] { return record(id, made); }))
        QFile::remove(path);
    return std::nullopt;
}

void ClipMaker::giveUp(DeviceMarkId mark, const QString &reason)
{
    ClipResult failed;
    failed.reason = reason;
    retrying(m_database, [&] { return record(mark, failed); });
}

bool ClipMaker::isReadyToMake(const DeviceMark &mark) const
{
    const QDateTime wantedTo = mark.clip.wantedTo;
    const auto covered = m_media.coveredUntil(mark.deviceId);
    // In a shared media folder, another server may record the part that this server has lost.
    const bool cut = wantedTo <= m_started && !m_media.isShared();
    // The job is due when the clip ends. If the end is still far in the future, the clock was set back, and the rest of
    // the clip will not be recorded.
    return (covered && *covered >= wantedTo) || cut || qAbs(wantedTo.secsTo(Times::now())) > patienceSeconds;
}

bool ClipMaker::record(DeviceMarkId id, const ClipResult &result)
{
    Transaction transaction(m_database);
    auto mark = m_store.findForUpdate(id);
    if (!mark || !mark->clip.isPending()) // another server may have made the clip meanwhile
        return mark.has_value();
    MarkClip &clip = mark->clip;
    clip.state = stateOf(result.state);
    clip.reason = result.reason;
    clip.bytes = result.bytes;
    clip.missing.clear();
    for (const TimeSpan &gap : result.gaps)
        clip.missing += {gap.from, gap.to};
    if (clip.state != MarkClip::State::Failed) {
        clip.url = u"/v1/device-marks/"_s + id.toString() + u"/clip.mp4"_s;
        clip.from = result.from;
        clip.to = result.to;
    }
    mark->updatedAt = Times::now();
    m_store.update(*mark);
    m_events.record(mark->accountId, u"mark.updated"_s,
                    {{u"mark_id"_s, id.toString()}, {u"device_id"_s, mark->deviceId.toString()}});
    transaction.commit();
    return true;
}
