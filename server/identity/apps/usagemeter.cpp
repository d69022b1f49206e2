// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/usagemeter.h"

#include <chrono>

using namespace std::chrono;

UsageMeter::Count &UsageMeter::Count::operator+=(const Count &other)
{
    calls += other.calls;
    errors += other.errors;
    return *this;
}

UsageMeter::UsageMeter(Clock clock)
    : m_clock(clock ? std::move(clock) : &system_clock::now)
{
}

QDate UsageMeter::today() const
{
    constexpr qint64 julianDayOf1970 = 2'440'588;
    return QDate::fromJulianDay(julianDayOf1970 + floor<days>(m_clock()).time_since_epoch().count());
}

seconds UsageMeter::untilMidnight() const
{
    const auto now = m_clock();
    return std::chrono::ceil<seconds>(floor<days>(now) + days(1) - now);
}

UsageMeter::State &UsageMeter::current(Shard &shard, AppId app)
{
    const QDate day = today();
    State &state = shard.states[app];
    if (state.day != day) {
        if (state.pending != Count())
            shard.leftovers += {app, state.day, state.pending};
        state = State{day, {}, {}, {}, false};
    }
    return state;
}

UsageMeter::Begun UsageMeter::standing(State &state, qint64 quota)
{
    if (quota <= 0)
        return Begun::Counted;
    state.hasQuota = true;
    if (!state.stored)
        return Begun::Unknown;
    const bool used = state.stored->calls + state.writing.calls + state.pending.calls >= quota;
    return used ? Begun::Exceeded : Begun::Counted;
}

UsageMeter::Begun UsageMeter::begin(AppId app, qint64 quota)
{
    Shard &shard = shardOf(app);
    const std::lock_guard guard(shard.mutex);
    State &state = current(shard, app);
    const Begun begun = standing(state, quota);
    if (begun == Begun::Counted)
        ++state.pending.calls;
    return begun;
}

UsageMeter::Begun UsageMeter::look(AppId app, qint64 quota)
{
    Shard &shard = shardOf(app);
    const std::lock_guard guard(shard.mutex);
    return standing(current(shard, app), quota);
}

void UsageMeter::failed(AppId app)
{
    Shard &shard = shardOf(app);
    const std::lock_guard guard(shard.mutex);
    ++current(shard, app).pending.errors;
}

void UsageMeter::know(AppId app, QDate day, const Count &stored)
{
    Shard &shard = shardOf(app);
    const std::lock_guard guard(shard.mutex);
    State &state = current(shard, app);
    if (state.day == day)
        state.stored = stored;
}

UsageMeter::Count UsageMeter::unwritten(AppId app)
{
    Shard &shard = shardOf(app);
    const std::lock_guard guard(shard.mutex);
    const State &state = current(shard, app);
    Count count = state.pending;
    return count += state.writing;
}

QList<UsageMeter::Entry> UsageMeter::take()
{
    QList<Entry> entries;
    for (Shard &shard : m_shards) {
        const std::lock_guard guard(shard.mutex);
        entries += std::exchange(shard.leftovers, {});
        for (auto it = shard.states.begin(); it != shard.states.end(); ++it) {
            State &state = it.value();
            if (state.pending == Count())
                continue;
            entries += {it.key(), state.day, state.pending};
            state.writing += std::exchange(state.pending, {});
        }
    }
    return entries;
}

void UsageMeter::written(const Entry &entry, const Count &sum)
{
    Shard &shard = shardOf(entry.app);
    const std::lock_guard guard(shard.mutex);
    State &state = shard.states[entry.app];
    if (state.day != entry.day)
        return;
    state.writing = {};
    state.stored = sum;
}

void UsageMeter::putBack(const Entry &entry)
{
    Shard &shard = shardOf(entry.app);
    const std::lock_guard guard(shard.mutex);
    State &state = shard.states[entry.app];
    if (state.day != entry.day) {
        shard.leftovers += entry;
        return;
    }
    state.writing = {};
    state.pending += entry.count;
}

QList<AppId> UsageMeter::withQuota()
{
    QList<AppId> apps;
    const QDate day = today();
    for (Shard &shard : m_shards) {
        const std::lock_guard guard(shard.mutex);
        for (auto it = shard.states.cbegin(); it != shard.states.cend(); ++it) {
            if (it->hasQuota && it->day == day)
                apps += it.key();
        }
    }
    return apps;
}
