// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits/ratelimits.h"

#include <array>
#include <chrono>
#include <functional>
#include <mutex>
#include <vector>

/// Token buckets in memory that never grows, for all threads of a process. A bucket is one moment: when it will be full
/// again (the generic cell rate algorithm, ITU-T I.371). A full one needs no place, so that only who has asked lately
/// has one; where there is no place left, the bucket that is nearest to full gives way.
class TokenBuckets
{
public:
    using Clock = std::function<std::chrono::nanoseconds()>;

    /// For at most about `most` buckets at once. `clock` never goes back; none: the system's own.
    explicit TokenBuckets(size_t most = 65536, Clock clock = {});

    struct Level
    {
        bool taken = false;
        qint64 remaining = 0; ///< tokens
        std::chrono::nanoseconds full{}; ///< from now until nothing is missing any more
        std::chrono::nanoseconds wait{}; ///< until there is a token; 0 where one was taken
    };
    /// Takes a token from the bucket of that key, if there is one. `key` is evenly spread, and a stranger cannot choose
    /// it: a keyed hash.
    Level take(quint64 key, const Rate &rate);

private:
    struct Bucket
    {
        quint64 key = 0;
        std::chrono::nanoseconds full{};
    };
    static constexpr size_t ways = 8; ///< places that one key may have
    using Set = std::array<Bucket, ways>;
    struct alignas(64) Lock ///< a cache line of its own: neighbours are taken by other cores
    {
        std::mutex mutex;
    };

    Clock m_clock;
    std::vector<Set> m_sets;
    std::array<Lock, 64> m_locks;
};
