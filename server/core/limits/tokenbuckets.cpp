// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/tokenbuckets.h"

#include <algorithm>

using std::chrono::nanoseconds;

TokenBuckets::TokenBuckets(size_t most, Clock clock)
    : m_clock(clock ? std::move(clock)
                    : [] { return nanoseconds(std::chrono::steady_clock::now().time_since_epoch()); })
    , m_sets(std::max<size_t>(1, most / ways))
{
}

TokenBuckets::Level TokenBuckets::take(quint64 key, const Rate &rate)
{
    const nanoseconds now = m_clock();
    const nanoseconds pause(qint64(1e9 / rate.perSecond)); // the time between two tokens
    const nanoseconds most = pause * rate.burst;
    const size_t place = size_t(key % m_sets.size());
    Set &set = m_sets[place];

    const std::lock_guard guard(m_locks[place % m_locks.size()].mutex);
    auto bucket = std::find_if(set.begin(), set.end(), [&](const Bucket &other) { return other.key == key; });
    if (bucket == set.end()) {
        bucket =
            std::min_element(set.begin(), set.end(), [](const Bucket &a, const Bucket &b) { return a.full < b.full; });
        *bucket = {key, now};
    }
    const nanoseconds missing = std::max(bucket->full - now, nanoseconds::zero());
    const nanoseconds after = missing + pause;
    if (after > most)
        return {false, 0, missing, after - most};
    bucket->full = now + after;
    return {true, (most - after) / pause, after, nanoseconds::zero()};
}
