// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/preview/replay.h"

using namespace Qt::StringLiterals;

namespace {
/// Everything that follows from an event at one moment is over after this time (ConditionLeaf::eventLasts).
constexpr qint64 settling = 2000; // milliseconds
/// Conditions about objects forget what they know after ten seconds without an observation.
constexpr qint64 longestStep = 5000; // milliseconds
/// The pace of a camera depends on this many observations (ObservationPace), and one more.
constexpr qsizetype paced = 9;
constexpr qint64 longestGap = 6000; // milliseconds between two observations of one scene

bool isSteady(const Condition &condition)
{
    return !condition.contains(u"absent"_s) && !condition.contains(u"count"_s) && !condition.contains(u"loiter"_s);
}

qint64 msOf(const NotedMoment &moment) { return moment.observation.time.toMSecsSinceEpoch(); }
}

Replay::Replay(std::shared_ptr<const WatchOrder> order, Listener listener)
    : m_order(std::move(order))
    , m_listener(std::move(listener))
    , m_watchesSignal(m_order->condition.contains(u"signal"_s))
    , m_maySkip(isSteady(m_order->condition))
{
    begin();
}

void Replay::begin() { m_rule.emplace(m_order->condition, m_order->times); }

void Replay::take(const QList<NotedMoment> &moments)
{
    qsizetype start = 0; // of the run of moments that repeat each other
    qsizetype end = 0; // of that run
    for (qsizetype i = 0; i < moments.size(); ++i) {
        play(moments[i]);
        if (!moments[i].isRepeated || i == 0) {
            start = i;
            for (end = i + 1; end < moments.size() && moments[end].isRepeated; ++end) {
                if (msOf(moments[end]) < msOf(moments[end - 1]))
                    break;
            }
            continue;
        }
        const qint64 now = msOf(moments[i]);
        if (!m_maySkip || i >= end || i - start < paced || now - msOf(moments[start]) < settling || !m_rule->isIdle())
            continue;
        while (i + 2 < end - paced && msOf(moments[i + 2]) - now <= longestStep)
            ++i;
    }
}

void Replay::play(const NotedMoment &moment)
{
    MotionRule::Step step;
    if (moment.kind == NotedMoment::Kind::Began) {
        step.events = m_rule->lost();
        begin();
    } else if (moment.kind == NotedMoment::Kind::Lost && !m_watchesSignal) {
        step.events = m_rule->lost();
    } else {
        Observation observation = moment.observation;
        observation.counts = isActive(observation.time);
        if (!observation.lost)
            observation.zones = m_order->zones;
        count(observation);
        step = m_rule->observe(observation);
    }
    if (!step.events.isEmpty() || !step.nearMisses.isEmpty())
        m_listener(step);
}

void Replay::finish() { m_listener({m_rule->lost()}); }

/// Returns whether the schedule is active. It changes at full minutes only.
bool Replay::isActive(const QDateTime &time)
{
    const qint64 minute = time.toMSecsSinceEpoch() / 60'000;
    if (minute != m_minute) {
        m_minute = minute;
        m_active = m_order->schedule.counts(time);
    }
    return m_active;
}

void Replay::count(const Observation &observation)
{
    const qint64 now = observation.time.toMSecsSinceEpoch();
    const qint64 since = now - std::max(m_lastMs, m_fromMs);
    m_lastMs = now;
    if (since <= 0 || since > longestGap)
        return;
    m_known.motion += observation.motion.settled ? since : 0;
    m_known.objects += observation.tracks ? since : 0;
    if (!observation.faces)
        return;
    const qint64 sinceFaces = now - std::max(m_lastFacesMs, m_fromMs); // faces are looked for twice a second
    m_known.faces += sinceFaces <= longestGap ? sinceFaces : since;
    m_lastFacesMs = now;
}
