// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/clipmaker.h"

#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookEvery = std::chrono::milliseconds(500);
/// A camera that stalls or is away gets so much time to deliver what is missing; then the clip does without.
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

ClipMaker::ClipMaker(Database &database, EventStore &events, MediaHub &media, const MarkFiles &files)
    : m_database(database)
    , m_store(database)
    , m_events(events)
    , m_media(media)
    , m_files(files)
{
    connect(&m_clock, &QTimer::timeout, this, [this] { makeWhatIsDue(Recording::GoesOn); });
}

void ClipMaker::start()
{
    // At once: what was recorded before is still in the rings, until the first new segments push it out.
    makeWhatIsDue(Recording::WasCut);
    m_clock.start(lookEvery);
}

void ClipMaker::want(DeviceMark &mark, std::chrono::seconds postRoll)
{
    mark.clip.wantedTo = mark.endedAt.addSecs(postRoll.count());
    m_store.wantClip(mark.devicemarkId, mark.clip.wantedTo);
}

void ClipMaker::makeWhatIsDue(Recording recording)
{
    try {
        for (const DeviceMark &mark : m_store.clipsDue(Times::now())) {
            if (recording == Recording::WasCut || isReadyToMake(mark))
                make(mark);
        }
    } catch (const std::exception &error) {
        qWarning("Clips wait: %s", error.what());
    }
}

bool ClipMaker::isReadyToMake(const DeviceMark &mark) const
{
    const auto covered = m_media.coveredUntil(mark.deviceId);
    return (covered && *covered >= mark.clip.wantedTo) || mark.clip.wantedTo.secsTo(Times::now()) > patienceSeconds;
}

void ClipMaker::make(const DeviceMark &mark)
{
    const QString path = m_files.path(mark.deviceId, mark.devicemarkId, MarkFiles::Kind::Clip);
    m_files.makeFolder(mark.deviceId);
    const ClipResult made = m_media.makeClip(mark.deviceId, mark.clip.wantedFrom, mark.clip.wantedTo, path);
    retrying(m_database, [&] { record(mark.devicemarkId, made, path); });
}

void ClipMaker::record(DeviceMarkId id, const ClipResult &result, const QString &path)
{
    Transaction transaction(m_database);
    auto mark = m_store.findForUpdate(id);
    if (!mark) {
        QFile::remove(path); // gone for good while the clip was made
        return;
    }
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
    m_store.clipDone(id);
    m_events.record(mark->accountId, u"mark.updated"_s,
                    {{u"mark_id"_s, id.toString()}, {u"device_id"_s, mark->deviceId.toString()}});
    transaction.commit();
}
