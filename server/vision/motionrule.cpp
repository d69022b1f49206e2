// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vision/motionrule.h"

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
    endWhatIsOver(observation.time, step);
    const Verdict verdict = m_condition.judge(observation);
    const bool quiet = m_quietUntil.isValid() && observation.time < m_quietUntil;
    if (!verdict.met || quiet)
        return step;
    step.best = take(observation, verdict);
    if (!m_stretch->open && between(m_stretch->start, m_stretch->end) >= m_times.minDuration) {
        m_stretch->open = true;
        tell(RuleEvent::Kind::Opened, observation.time, step.events);
    } else if (m_stretch->open && m_stretch->changed && between(m_stretch->told, observation.time) >= updateInterval) {
        tell(RuleEvent::Kind::Updated, observation.time, step.events);
    }
    return step;
}

void MotionRule::endWhatIsOver(const QDateTime &now, Step &step)
{
    if (!m_stretch)
        return;
    const auto pause = between(m_stretch->end, now);
    if (!m_stretch->open) {
        if (pause > flicker)
            m_stretch.reset();
    } else if (pause > m_times.mergeGap || between(m_stretch->start, now) >= m_times.maxDuration) {
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
    if (observation.motion.largest() <= stretch.best * better)
        return false;
    stretch.best = observation.motion.largest();
    stretch.bestTime = observation.time;
    stretch.regions = observation.motion.regions;
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
               m_stretch->reason};
}

void MotionRule::close(QList<RuleEvent> &events)
{
    tell(RuleEvent::Kind::Closed, m_stretch->end, events);
    m_quietUntil = m_stretch->end.addMSecs(m_times.cooldown.count());
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
