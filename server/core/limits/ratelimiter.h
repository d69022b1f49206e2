// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/core/limits/tokenbuckets.h"

#include <QHostAddress>

struct Caller;

/// Counts requests by address, by app and by user. One object serves a whole process. Thread: any.
class RateLimiter : public RequestLimiter
{
public:
    explicit RateLimiter(const RateLimits &limits, TokenBuckets::Clock clock = {});

    /// Counts a request of this address against the ordinary limit and the route's `limit`. An IPv6 address counts with
    /// its /64 network, because a home or a machine usually owns at least that many addresses.
    RateStanding ofAddress(const QHostAddress &address, Limit limit) override;
    /// Counts a request of this app and user. The portal's own app is not counted: its ID is public, so anyone could
    /// use up its limit for everyone.
    RateStanding ofCaller(const Caller &caller) override;

private:
    enum class Kind : unsigned char { Address, App, User, Route };
    RateStanding take(const Rate &rate, Kind kind, Limit limit, quint64 who);

    RateLimits m_limits;
    TokenBuckets m_buckets;
    std::array<unsigned char, 16>
        m_hashKey; ///< random for each process, so that nobody can choose a key that hits another's bucket
};
