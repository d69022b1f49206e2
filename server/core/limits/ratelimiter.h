// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/core/limits/tokenbuckets.h"

#include <QHostAddress>

struct Caller;

/// Counts requests by address, by app and by user. One for a whole process, from any thread.
class RateLimiter : public RequestLimiter
{
public:
    explicit RateLimiter(const RateLimits &limits, TokenBuckets::Clock clock = {});

    /// One more request of this address; an IPv6 one counts with its /64, as each home and each machine has at least
    /// that many. `limit`: of the route.
    RateStanding ofAddress(const QHostAddress &address, Limit limit) override;
    /// One more request of this app and user. The portal's own app is not counted: its id is everybody's, so that
    /// anybody could empty its bucket for all.
    RateStanding ofCaller(const Caller &caller) override;

private:
    enum class Kind : unsigned char { Address, App, User, Route };
    RateStanding take(const Rate &rate, Kind kind, Limit limit, quint64 who);

    RateLimits m_limits;
    TokenBuckets m_buckets;
    std::array<unsigned char, 16> m_hashKey; ///< a new one a process: nobody can aim at another's bucket
};
