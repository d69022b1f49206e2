// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observedspans.h"

#include "models/core/times.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/insight/observations/observationeraser.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 repeatAfter = 1000; // milliseconds, as for live observations
constexpr qint64 counts = 2000; // milliseconds that a moment counts without another one

qint64 msOf(const NotedMoment &moment) { return moment.observation.time.toMSecsSinceEpoch(); }

ObservedMoment shown(const NotedMoment &noted)
{
    const Observation &observation = noted.observation;
    ObservedMoment moment;
    moment.time = observation.time;
    if (noted.kind != NotedMoment::Kind::Observed)
        return moment;
    for (const SeenTrack &track : observation.tracks.value_or(QList<SeenTrack>())) {
        if (!track.isHidden)
            moment.objects += {track.id, track.label, track.score, track.box, track.isActive()};
    }
    for (const MovingRegion &region : observation.motion.regions)
        moment.regions += region.box;
    for (const SeenFace &face : observation.faces.value_or(QList<SeenFace>()))
        moment.faces += face.box;
    return moment;
}

/// Collects the moments of a span.
class Collection
{
public:
    Collection(const WatchedSpan &span, QList<RemovedSpan> erased)
        : m_erased(std::move(erased))
        , m_from(span.from.toMSecsSinceEpoch())
        , m_to(span.to.toMSecsSinceEpoch())
    {
    }

    void takeFile(QByteArrayView bytes)
    {
        while (const auto header = ObservationBlock::headerOf(bytes)) {
            if (header->endMs >= m_from - counts && header->startMs < m_to)
                take(ObservationEraser::without(ObservationBlock::moments(bytes), m_erased));
            bytes = bytes.sliced(ObservationBlock::headerSize + header->bytes);
        }
    }
    QList<ObservedMoment> moments() const { return m_moments; }

private:
    void take(const QList<NotedMoment> &moments)
    {
        for (const NotedMoment &noted : moments) {
            const qint64 ms = msOf(noted);
            if (ms < m_from - counts || ms >= m_to)
                continue;
            if (ms <= m_from) // of those before the span, only the last one counts
                m_moments.clear();
            else if (noted.isRepeated && !m_moments.isEmpty() && ms - m_lastMs < repeatAfter)
                continue;
            m_lastMs = ms;
            m_moments += shown(noted);
        }
    }

    const QList<RemovedSpan> m_erased;
    const qint64 m_from; ///< milliseconds since the epoch
    const qint64 m_to;
    qint64 m_lastMs = 0;
    QList<ObservedMoment> m_moments;
};
}

ObservedSpan ObservedSpans::between(const Caller &caller, DeviceId device, const WatchedSpan &span)
{
    m_devices.watchable(caller, device);
    ObservedSpan found;
    found.deviceId = device;
    found.from = span.from;
    found.to = span.to;
    const auto erased = m_files.erased(device, span.from.addMSecs(-counts), span.to);
    Collection collection(span, erased);
    for (const auto &source : m_files.sources(device, span.from, span.to)) {
        const QByteArray content = ObservationFiles::content(source, m_relay);
        found.complete = found.complete && !content.isEmpty();
        collection.takeFile(content);
    }
    found.moments = collection.moments();
    for (const RemovedSpan &removed : erased) {
        found.moments.removeIf([&](const ObservedMoment &moment) {
            const qint64 ms = moment.time.toMSecsSinceEpoch();
            return ms >= removed.startMs && ms < removed.endMs;
        });
    }
    return found;
}

RouteTable observedSpanRoutes(ObservedSpans &spans)
{
    return {{
        .method = Method::Get,
        .path = u"/streams/:device_id/observations"_s,
        .caller = Callers::user(Scope::Streams),
        .tag = u"Streams",
        .summary = u"Get what the analysis saw in up to two minutes of the past: boxes with the time of the video that "
                   "they belong to"_s,
        .query = spanParameters(),
        .reply = &ObservedSpan::staticMetaObject,
        .runs = Runs::OnNetworkPool,
        .handle =
            [&spans](const Call &call) {
                const WatchedSpan span = WatchedSpan::of(call);
                if (span.from.msecsTo(span.to) > ObservedSpans::longest)
                    throw Problem::invalid(u"?to"_s, u"too_large"_s, u"The span is at most two minutes long."_s);
                return replyWith(spans.between(call.caller, call.id<DeviceId>(u"device_id"), span));
            },
    }};
}
