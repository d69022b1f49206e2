// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionrule.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
/// Detection may miss a picture or two before a mark is open; blips farther apart than this are not one motion.
constexpr std::chrono::milliseconds flicker = 400ms;
constexpr std::chrono::milliseconds updateInterval = 1s;
/// A picture must show more by this factor to be kept instead of another: each costs an encoding.
constexpr double better = 1.15;

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

MotionRule::Step MotionRule::look(const Observation &observation)
{
    Step step;
    endWhatIsOver(observation, step);
    const Verdict verdict = m_condition.judge(observation);
    if (!verdict.met || !observation.counts || rests(observation, verdict))
        return step;
    step.best = take(observation, verdict);
    const bool longEnough = between(m_stretch->start, m_stretch->end) >= m_times.minDuration;
    if (!m_stretch->open && longEnough && mayOpen(observation.time)) {
        m_stretch->open = true;
        tell(RuleEvent::Kind::Opened, observation.time, step.events);
    } else if (m_stretch->open && m_stretch->changed && between(m_stretch->told, observation.time) >= updateInterval) {
        tell(RuleEvent::Kind::Updated, observation.time, step.events);
    }
    return step;
}

/// What is open goes on: only what begins may be too soon after the last one.
bool MotionRule::rests(const Observation &observation, const Verdict &verdict) const
{
    if (m_stretch && m_stretch->open)
        return false;
    const bool byLabel = m_times.cooldownPer == DeviceMode::CooldownPer::Object;
    for (auto end = m_lastEnds.begin(); end != m_lastEnds.end(); ++end) {
        if ((!byLabel || end.key() == verdict.label) && between(*end, observation.time) < m_times.cooldown)
            return true;
    }
    return false;
}

bool MotionRule::mayOpen(const QDateTime &now)
{
    m_opened.removeIf([&now](const QDateTime &opened) { return between(opened, now) >= std::chrono::hours(1); });
    if (m_times.maxPerHour > 0 && m_opened.size() >= m_times.maxPerHour)
        return false;
    m_opened += now;
    return true;
}

void MotionRule::endWhatIsOver(const Observation &observation, Step &step)
{
    // While the camera stays away it is asked for now and then only: in between it was away as well.
    if (!m_stretch || observation.lost)
        return;
    const auto pause = between(m_stretch->end, observation.time);
    if (!m_stretch->open) {
        if (pause > flicker)
            m_stretch.reset();
    } else if (pause > m_times.mergeGap || between(m_stretch->start, observation.time) >= m_times.maxDuration) {
        close(step.events);
    }
}

/// Whether this moment shows it better than those before.
bool MotionRule::take(const Observation &observation, const Verdict &verdict)
{
    if (!m_stretch)
        m_stretch.emplace().start = observation.time;
    Stretch &stretch = *m_stretch;
    stretch.end = observation.time;
    stretch.scores += verdict.score;
    for (const MovingRegion &region : observation.zones ? verdict.regions : QList<MovingRegion>()) {
        for (const ZoneId zone : observation.zones->entered(region.box)) {
            if (!stretch.zones.contains(zone))
                stretch.zones += zone;
        }
    }
    // The larger it is, the better it is seen; what has no place in the picture, the clearer it is.
    const double worth = verdict.regions.isEmpty() ? verdict.score : verdict.regions.constFirst().area;
    if (worth <= stretch.best * better)
        return false;
    stretch.best = worth;
    stretch.bestTime = observation.time;
    stretch.regions = verdict.regions;
    stretch.label = verdict.label;
    stretch.reason = verdict.reason;
    stretch.changed = true;
    return true;
}

void MotionRule::tell(RuleEvent::Kind kind, const QDateTime &now, QList<RuleEvent> &events)
{
    m_stretch->told = now;
    m_stretch->changed = false;
    events += {kind,
               m_stretch->start,
               m_stretch->end,
               median(m_stretch->scores),
               m_stretch->bestTime,
               m_stretch->regions,
               m_stretch->reason,
               m_stretch->label.isEmpty() ? QStringLiteral("motion") : m_stretch->label,
               m_stretch->zones};
}

void MotionRule::close(QList<RuleEvent> &events)
{
    tell(RuleEvent::Kind::Closed, m_stretch->end, events);
    m_lastEnds.insert(m_stretch->label, m_stretch->end);
    m_stretch.reset();
}

QList<RuleEvent> MotionRule::lost()
{
    QList<RuleEvent> events;
    if (m_stretch && m_stretch->open)
        close(events);
    m_stretch.reset();
    return events;
}
