// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <chrono>
#include <optional>

/// The tight limit of a route, beside the limits that every request has. Each is counted by address, separately.
enum class Limit {
    None,
    SignIn, ///< routes that try a password or a one-time token
    Code, ///< routes that send or try a code
    Registration,
    Reset, ///< routes that reset a forgotten password
    Token, ///< routes where an app's server fetches tokens for many users from one address
};

/// The state of the tightest bucket that a request has drawn from: the values of the `RateLimit-*` headers.
struct RateStanding
{
    qint64 limit = 0; ///< requests at once; 0: the request was not counted
    qint64 remaining = 0;
    std::chrono::seconds reset{}; ///< until all of `limit` is available again
    std::optional<std::chrono::seconds> retryAfter; ///< set when the request is one too many

    bool isCounted() const { return limit > 0; }
    /// Becomes `other` if that is tighter.
    void tighten(const RateStanding &other);
    /// `RateLimit-Limit`, `RateLimit-Remaining`, `RateLimit-Reset` (draft-ietf-httpapi-ratelimit-headers-03).
    void addTo(Headers &headers) const;
};
