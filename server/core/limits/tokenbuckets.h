// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits/ratelimits.h"

#include <array>
#include <chrono>
#include <functional>
#include <mutex>
#include <vector>

/// Token buckets in memory of a fixed size. Thread: any. A bucket is stored as one moment, the time at which it will be
/// full again (generic cell rate algorithm, ITU-T I.371). A full bucket needs no entry, so only recently used keys have
/// one. When no entry is free, the bucket that is closest to full is dropped.
class TokenBuckets
{
public:
    using Clock = std::function<std::chrono::nanoseconds()>;

    /// Holds at most about `most` buckets at once. `clock` must be monotonic; the default is std::chrono::steady_clock.
    explicit TokenBuckets(size_t most = 65536, Clock clock = {});

    struct Level
    {
        bool taken = false;
        qint64 remaining = 0; ///< tokens
        std::chrono::nanoseconds full{}; ///< from now until the bucket is full
        std::chrono::nanoseconds wait{}; ///< until a token is available; 0 if one was taken
    };
    /// Takes a token from the key's bucket if there is one. `key` must be a keyed hash: evenly distributed, and not
    /// chosen by the caller.
    Level take(quint64 key, const Rate &rate);

private:
    struct Bucket
    {
        quint64 key = 0;
        std::chrono::nanoseconds full{};
    };
    static constexpr size_t ways = 8; ///< entries that a key can be stored in
    using Set = std::array<Bucket, ways>;
    struct alignas(64) Lock ///< on a cache line of its own, because other cores take the neighboring locks
    {
        std::mutex mutex;
    };

    Clock m_clock;
    std::vector<Set> m_sets;
    std::array<Lock, 64> m_locks;
};
