// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/status/ownstate.h"

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/webrtc/whepsessions.h"
#include "server/core/base/diskspace.h"
#include "server/insight/observations/observationwriter.h"
#include "server/insight/vision/faceanalyzer.h"
#include "server/insight/vision/objectfinder.h"

#include <QFile>
#include <QStorageInfo>
#include <QThread>

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
double loadOfMachine()
{
    double average = 0;
    return getloadavg(&average, 1) == 1 ? average / std::max(1, QThread::idealThreadCount()) : 0;
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    const QByteArrayList pages = file.open(QFile::ReadOnly) ? file.readAll().split(' ') : QByteArrayList();
    return pages.value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

/// The reason stays in the log: it may name files of the server.
AnalysisState::Model modelOf(ObjectFinder::Standing standing)
{
    using Standing = ObjectFinder::Standing;
    switch (standing) {
    case Standing::Off:
        return AnalysisState::Model::Off;
    case Standing::NotInstalled:
        return AnalysisState::Model::NotInstalled;
    case Standing::Failed:
        return AnalysisState::Model::Failed;
    case Standing::Available:
        break;
    }
    return AnalysisState::Model::Available;
}
}

ServerState OwnState::look() const
{
    const SharedCore &core = m_core.shared;
    const MediaHub &media = m_cameras.shared.media;
    const QList<DeviceId> cameras = media.cameras();
    ServerState state;
    state.serverId = core.server.serverId;
    state.thisServer = true;
    state.address = core.server.address;
    state.startedAt = core.started;
    ServerHealth &health = state.health;
    health.version = m_settings.version;
    health.load = loadOfMachine();
    health.memoryBytes = residentBytes();
    health.cameras = cameras.size();
    health.viewers = m_cameras.shared.viewers.count();
    health.diskFull = core.disk.isFull();
    health.disks = disks();
    health.analysis = analysis();
    health.loads = loads(cameras);
    health.recording.refused = !media.isKeeping();
    for (const DeviceId camera : cameras) {
        const auto backlog = media.backlogOf(camera);
        health.recording.waitingBytes += backlog.bytes;
        health.recording.sheds += backlog.sheds;
    }
    return state;
}

QList<DiskState> OwnState::disks() const
{
    const QStorageInfo data(m_settings.data);
    QList<DiskState> states{{DiskState::Use::Data, data.bytesTotal(), data.bytesAvailable()}};
    const QStorageInfo recordings(m_settings.recordings);
    if (recordings.isValid() && recordings.rootPath() != data.rootPath())
        states += {DiskState::Use::Recordings, recordings.bytesTotal(), recordings.bytesAvailable()};
    return states;
}

AnalysisState OwnState::analysis() const
{
    const ObjectFinder &objects = m_insight.shared.objects;
    const bool faces = FaceAnalyzer::isInstalled(m_insight.shared.settings.models);
    AnalysisState state;
    state.objects = modelOf(objects.standing());
    state.faces = faces ? AnalysisState::Model::Available : AnalysisState::Model::NotInstalled;
    state.waiting = objects.waiting();
    state.looks = objects.looks();
    state.sheds = objects.sheds();
    state.observationsLost = m_insight.shared.observations.lost();
    return state;
}

QList<CameraLoad> OwnState::loads(const QList<DeviceId> &cameras) const
{
    const MediaHub &media = m_cameras.shared.media;
    const auto counts = m_insight.shared.objects.counts();
    QList<CameraLoad> all;
    for (const DeviceId camera : cameras) {
        const auto count = counts.value(camera);
        all += {camera,
                {},
                count.looks,
                count.sheds,
                media.standing(camera) == LiveStanding::NotKept,
                media.backlogOf(camera).sheds};
    }
    std::ranges::sort(all, std::greater(), [](const CameraLoad &load) {
        return std::tuple(load.recordingRefused, load.recordingSheds, load.sheds, load.looks, load.deviceId.toString());
    });
    all.resize(std::min(all.size(), mostLoads));
    return all;
}
