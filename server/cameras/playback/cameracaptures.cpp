// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/cameracaptures.h"

#include "models/core/times.h"
#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/archive/storageuse.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/playback/capturesource.h"
#include "server/cameras/playback/clipcapture.h"
#include "server/core/cluster/peers.h"
#include "server/core/db/retry.h"
#include "server/core/jobs/jobstore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestPhoto = 32 << 20; // bytes
}

CameraCaptures::CameraCaptures(Database &database, DeviceService &devices, ArchiveService &archive, MediaHub &media,
                               Peers &peers)
    : m_database(database)
    , m_devices(devices)
    , m_archive(archive)
    , m_media(media)
    , m_peers(peers)
    , m_leases(database, peers.self().serverId)
{
}

DeviceData CameraCaptures::capture(const Caller &caller, DeviceId device, const DataCapture &wanted)
{
    m_devices.requireOwn(caller, device);
    const CaptureStart start = startAtReader(device, wanted.kind);
    if (wanted.kind == DeviceData::Kind::Photo)
        return retrying(m_database, [&] { return m_archive.add(caller, {device, start.time, start.content}); });
    return inTransaction(m_database, [&] { return planned(caller, device, start, wanted.duration); });
}

/// Asks the server that reads the camera.
CaptureStart CameraCaptures::startAtReader(DeviceId device, DeviceData::Kind kind)
{
    const auto reader = m_media.isOpen(device) ? std::nullopt : m_leases.otherReader(device);
    if (!reader)
        return CaptureStart::here(m_media, m_peers.self().storageId, device, kind);
    if (reader->isEmpty())
        throw Relay::unreachable();
    const QByteArray target = "/internal/cameras/" + device.toString().toLatin1()
        + (kind == DeviceData::Kind::Photo ? "/capture?kind=photo" : "/capture?kind=video");
    const auto start = CaptureStart::parse(m_peers.read({*reader, target}, largestPhoto));
    return start ? *start : throw Relay::unreachable();
}

/// Records a video that is being captured, and enqueues the job that makes its file.
///
/// Transaction: the caller's.
DeviceData CameraCaptures::planned(const Caller &caller, DeviceId device, const CaptureStart &start, qint64 seconds)
{
    const QDateTime now = Times::now();
    lockAccount(m_database, caller.accountId);
    m_archive.requireRoom(caller.accountId, seconds * StorageUse::bytesOfSecond);
    requireFewer(m_archive.pendingOf(caller.accountId), mostPending, u"videos that are being captured"_s);
    DeviceData data;
    data.dataId = DeviceDataId::generate();
    data.accountId = caller.accountId;
    data.deviceId = device;
    data.kind = DeviceData::Kind::Video;
    data.state = DeviceData::State::Pending;
    data.mediaType = u"video/mp4"_s;
    data.duration = double(seconds);
    data.takenAt = start.time;
    data.createdAt = now;
    const QDateTime end = now.addSecs(seconds);
    JobStore(m_database)
        .enqueue(ClipCapture::job,
                 {.key = data.dataId.toString(),
                  .payload = QString::number(end.toMSecsSinceEpoch()),
                  .dueAt = end,
                  .server = QString::fromLatin1(start.content)});
    return m_archive.addPending(data);
}
