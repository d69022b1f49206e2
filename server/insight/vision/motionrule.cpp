// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionrule.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A pause is longer than two and a half intervals between pictures, because the detection may miss a picture. With
/// fast cameras, it may miss all pictures within the shortest pause.
constexpr std::chrono::milliseconds shortestPause = 400ms;
constexpr int missedNumerator = 5;
constexpr int missedDenominator = 2;
/// A time without pictures of up to this length is not a pause, because no picture shows that the motion has stopped.
constexpr std::chrono::milliseconds longestStall = 1s;
constexpr std::chrono::milliseconds updateInterval = 1s;
constexpr std::chrono::milliseconds outOfOrder = 1s;
/// A picture replaces the best picture if it is better by this factor, because each replacement costs an encoding.
constexpr double better = 1.15;
constexpr qsizetype maxObjects = 50; ///< of a mark

std::chrono::milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::milliseconds(from.msecsTo(to));
}

double median(QList<double> values)
{
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}
}

MotionRule::Step MotionRule::observe(const Observation &observation)
{
    Step step;
    if (m_now.isValid() && observation.time < m_now) {
        if (between(observation.time, m_now) <= outOfOrder)
            return step;
        followClockBack(observation.time, step);
    }
    m_now = observation.time;
    const Verdict verdict = m_condition.judge(observation);
    m_isNear = verdict.met || (verdict.known && verdict.nearness >= NearMisses::least);
    if (observation.lost)
        m_pace.interrupt();
    else if (verdict.known)
        m_pace.note(observation.time);
    closeIfOver(observation, step);
    if (m_stretch && verdict.known && !verdict.met)
        m_stretch->missed = true;
    noteNearMiss(observation, verdict, step);
    if (!verdict.met || !observation.counts || cooldownLeft(observation, verdict) > 0)
        return step;
    step.best = extend(observation, verdict);
    const bool longEnough = verdict.momentary || between(m_stretch->start, m_stretch->end) >= m_times.minDuration;
    if (!m_stretch->open && longEnough) {
        if (mayOpen(observation.time)) {
            m_stretch->open = true;
            m_nearMisses.markOpened(m_stretch->start);
            report(RuleEvent::Kind::Opened, observation.time, step.events);
        } else {
            m_nearMisses.note(observation.time, verdict, 0.99,
                              {u"/max_per_hour"_s, double(m_opened.size() + 1), double(m_times.maxPerHour)});
            m_stretch.reset(); // a later mark starts when it opens, so that the recording still contains its start
            step.best = false;
        }
    } else if (m_stretch->open && m_stretch->changed
               && between(m_stretch->reportedAt, observation.time) >= updateInterval) {
        report(RuleEvent::Kind::Updated, observation.time, step.events);
    }
    return step;
}

/// Remembers what nearly opened a mark: a condition that was nearly met, or one that was met during the cooldown.
void MotionRule::noteNearMiss(const Observation &observation, const Verdict &verdict, Step &step)
{
    step.nearMisses += m_nearMisses.over(observation.time);
    if (!observation.counts || !verdict.known || (m_stretch && m_stretch->open))
        return;
    if (!verdict.met)
        m_nearMisses.note(observation.time, verdict, verdict.nearness, verdict.shortfall);
    else if (const double left = cooldownLeft(observation, verdict); left > 0)
        m_nearMisses.note(
            observation.time, verdict, 0.99,
            {u"/cooldown"_s, double(m_times.cooldown.count()) / 1000 - left, double(m_times.cooldown.count()) / 1000});
}

/// Handles a clock that was set back. Closes the open mark, and limits all remembered times to the present, so that a
/// cooldown does not last longer.
void MotionRule::followClockBack(const QDateTime &time, Step &step)
{
    step.events += lost();
    m_pace.interrupt();
    for (QDateTime &end : m_lastEnds)
        end = std::min(end, time);
    for (QDateTime &opened : m_opened)
        opened = std::min(opened, time);
}

/// Returns the seconds for which no new mark can start because of an earlier one. An open mark is not affected.
double MotionRule::cooldownLeft(const Observation &observation, const Verdict &verdict) const
{
    if (m_stretch && m_stretch->open)
        return 0;
    const bool byLabel = m_times.cooldownPer == DeviceMode::CooldownPer::Object;
    std::chrono::milliseconds left{};
    for (auto end = m_lastEnds.begin(); end != m_lastEnds.end(); ++end) {
        if (!byLabel || end.key() == verdict.label)
            left = std::max(left, m_times.cooldown - between(*end, observation.time));
    }
    return double(left.count()) / 1000;
}

/// Returns false if the maximum number of marks per hour is reached.
bool MotionRule::mayOpen(const QDateTime &now)
{
    m_opened.removeIf([&now](const QDateTime &opened) { return between(opened, now) >= std::chrono::hours(1); });
    if (m_times.maxPerHour > 0 && m_opened.size() >= m_times.maxPerHour)
        return false;
    m_opened += now;
    return true;
}

/// Returns the longest time after the last picture that met the condition that does not count as a pause.
std::chrono::milliseconds MotionRule::longestPause() const
{
    const auto pace = m_pace.usual();
    auto longest = std::max(shortestPause, pace * missedNumerator / missedDenominator);
    if (m_stretch->open) // the gap starts with the first picture that does not meet the condition
        longest = std::max(longest, m_times.mergeGap + pace);
    return m_stretch->missed ? longest : std::max(longest, longestStall);
}

/// Closes the open mark, or discards the stretch, if the pause is too long.
void MotionRule::closeIfOver(const Observation &observation, Step &step)
{
    // While the camera is offline, observations are rare. The time between them is not a pause.
    if (!m_stretch || observation.lost)
        return;
    const bool over = between(m_stretch->end, observation.time) > longestPause();
    if (!m_stretch->open) {
        if (!over)
            return;
        const auto seconds = [](std::chrono::milliseconds time) { return double(time.count()) / 1000; };
        const auto lasted = between(m_stretch->start, m_stretch->end);
        m_nearMisses.note(m_stretch->start, m_stretch->end, m_stretch->label, m_stretch->reason,
                          {u"/min_duration"_s, seconds(lasted), seconds(m_times.minDuration)});
        m_stretch.reset();
    } else if (over || between(m_stretch->start, observation.time) >= m_times.maxDuration) {
        close(step.events);
    }
}

/// Adds an observation to the current stretch, or starts a stretch. Returns true if its picture is the best so far.
bool MotionRule::extend(const Observation &observation, const Verdict &verdict)
{
    if (!m_stretch) {
        m_stretch = Stretch();
        m_stretch->start = observation.time;
    }
    Stretch &stretch = *m_stretch;
    stretch.end = observation.time;
    stretch.missed = false;
    stretch.scores += verdict.score;
    for (const MovingRegion &region : observation.zones ? verdict.regions : QList<MovingRegion>()) {
        for (const ZoneId zone : observation.zones->entered(region.box)) {
            if (!stretch.zones.contains(zone))
                stretch.zones += zone;
        }
    }
    // The best picture shows the largest region or, without regions, has the highest score.
    const double quality = verdict.regions.isEmpty() ? verdict.score : verdict.regions.constFirst().area;
    const bool best = quality > stretch.best * better;
    noteObjects(observation, verdict, best);
    if (!best)
        return false;
    stretch.best = quality;
    stretch.bestTime = observation.time;
    stretch.regions = verdict.regions;
    stretch.label = verdict.label;
    stretch.reason = verdict.reason;
    stretch.changed = true;
    return true;
}

/// Adds the objects of a verdict to those of the mark. In the best picture, each object is where it is there.
void MotionRule::noteObjects(const Observation &observation, const Verdict &verdict, bool best)
{
    const auto areaOf = [](const Box &box) { return box.width * box.height; };
    for (const SeenTrack &track : verdict.objects) {
        const auto same = [&](const MarkedObject &object) { return object.track.id == track.id; };
        const auto known = std::find_if(m_stretch->objects.begin(), m_stretch->objects.end(), same);
        if (known == m_stretch->objects.end()) {
            if (m_stretch->objects.size() < maxObjects)
                m_stretch->objects += {track, track.box, observation.time};
            continue;
        }
        known->track = track;
        const bool inBestPicture = known->time == m_stretch->bestTime;
        if (best || (!inBestPicture && areaOf(track.box) > areaOf(known->box))) {
            known->box = track.box;
            known->time = observation.time;
        }
    }
}

void MotionRule::report(RuleEvent::Kind kind, const QDateTime &now, QList<RuleEvent> &events)
{
    m_stretch->reportedAt = now;
    m_stretch->changed = false;
    events += {kind,
               m_stretch->start,
               m_stretch->end,
               median(m_stretch->scores),
               m_stretch->bestTime,
               m_stretch->regions,
               m_stretch->reason,
               m_stretch->label.isEmpty() ? QStringLiteral("motion") : m_stretch->label,
               m_stretch->zones,
               m_stretch->objects};
}

void MotionRule::close(QList<RuleEvent> &events)
{
    report(RuleEvent::Kind::Closed, m_stretch->end, events);
    m_nearMisses.markClosed(m_stretch->end);
    m_lastEnds.insert(m_stretch->label, m_stretch->end);
    m_stretch.reset();
}

QList<RuleEvent> MotionRule::lost()
{
    QList<RuleEvent> events;
    if (m_stretch && m_stretch->open)
        close(events);
    m_stretch.reset();
    m_pace.interrupt();
    return events;
}
