// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observationtrail.h"

#include "server/cameras/recording/motionlevels.h"
#include "server/insight/observations/liveobservations.h"
#include "server/insight/observations/observationwriter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestBlock = 256 << 10; ///< bytes before compression

double areaOf(const Box &box) { return box.width * box.height; }
}

ObservationTrail::ObservationTrail(DeviceId device, const ObservationOutlet &outlet)
    : m_device(device)
    , m_outlet(outlet)
{
}

ObservationTrail::~ObservationTrail() { finish(); }

void ObservationTrail::note(const Observation &observation)
{
    const qint64 time = observation.time.toMSecsSinceEpoch();
    if (m_outlet.motion)
        m_outlet.motion->note(m_device, time, observation.motion.area);
    if (m_outlet.live)
        m_outlet.live->publish(m_device, observation);
    if (!m_outlet.writer)
        return;
    const qint64 hour = time / longestFile;
    const qint64 longest = m_isOffline && observation.lost ? longestFile : longestBlock;
    const bool isOver = !m_block.isEmpty()
        && (time - m_block.startMs() >= longest || time < m_block.startMs() || hour != m_hour
            || m_block.size() >= largestBlock);
    if (isOver)
        finish();
    if (hour != m_hour) {
        m_hour = hour;
        m_file = IdBits::generate().toString();
    }
    m_isOffline = observation.lost && (m_isOffline || m_block.isEmpty());
    if (!std::exchange(m_began, true))
        m_block.add(NotedMoment::Kind::Began, observation);
    m_block.add(observation.lost ? NotedMoment::Kind::Lost : NotedMoment::Kind::Observed, observation);
    if (observation.tracks)
        follow(observation);
}

/// Follows the objects that move. Others belong to the scene.
void ObservationTrail::follow(const Observation &observation)
{
    QSet<qint64> present;
    for (const SeenTrack &track : *observation.tracks) {
        present += track.id;
        if (!track.isActive())
            continue;
        Followed &followed = m_objects[track.id];
        SeenObject &object = followed.object;
        if (object.trackId.isEmpty()) {
            object.trackId = u"trk_"_s + IdBits::generate().toString();
            object.deviceId = m_device;
            object.observationId = m_file;
            object.startedAt = observation.time;
        }
        followed.isChanged = true;
        object.label = track.label;
        object.score = track.score;
        object.endedAt = observation.time;
        if (areaOf(track.box) > areaOf(object.box)) {
            object.box = track.box;
            object.bestAt = observation.time;
        }
        for (const ZoneId zone : observation.zones ? observation.zones->entered(track.box) : QList<ZoneId>()) {
            if (!object.zones.contains(zone))
                object.zones += zone;
        }
    }
    m_objects.removeIf([&](const auto &each) {
        const bool isGone = !present.contains(each.key());
        if (isGone && each->isChanged)
            m_gone += each->object;
        return isGone;
    });
}

void ObservationTrail::finish()
{
    if (m_block.isEmpty())
        return;
    FinishedBlock finished{m_device, m_file, m_block.startMs(), m_block.endMs(), {}, std::exchange(m_gone, {})};
    finished.bytes = m_block.take();
    for (Followed &followed : m_objects) {
        if (std::exchange(followed.isChanged, false))
            finished.objects += followed.object;
    }
    m_outlet.writer->add(std::move(finished));
}
