// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <chrono>
#include <optional>

/// How things stand in the tightest of the buckets that a request has drawn from: what `RateLimit-*` tell.
struct RateStanding
{
    qint64 limit = 0; ///< of requests at once; 0: nothing was counted
    qint64 remaining = 0;
    std::chrono::seconds reset{}; ///< until all of `limit` is there again
    std::optional<std::chrono::seconds> retryAfter; ///< set where the request is one too many

    bool isCounted() const { return limit > 0; }
    /// Takes the other one in its place where that one is tighter.
    void tighten(const RateStanding &other);
    /// `RateLimit-Limit`, `RateLimit-Remaining`, `RateLimit-Reset` (draft-ietf-httpapi-ratelimit-headers-03).
    void addTo(Headers &headers) const;
};
