// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/ratelimiter.h"

#include "server/core/http/caller.h"
#include "server/core/http/trustedproxies.h"

#include <QtEndian>

#include <sodium.h>

#include <cstring>

namespace {
constexpr size_t bucketsAtOnce = 65536; // a megabyte

std::chrono::seconds roundedUp(std::chrono::nanoseconds time) { return std::chrono::ceil<std::chrono::seconds>(time); }
}

RateLimiter::RateLimiter(const RateLimits &limits, TokenBuckets::Clock clock)
    : m_limits(limits)
    , m_buckets(bucketsAtOnce, std::move(clock))
{
    static_assert(crypto_shorthash_KEYBYTES == sizeof(m_hashKey));
    crypto_shorthash_keygen(m_hashKey.data());
}

RateStanding RateLimiter::take(const Rate &rate, Kind kind, Limit limit, quint64 who)
{
    if (rate.perSecond <= 0)
        return {};
    std::array<unsigned char, 10> message{static_cast<unsigned char>(kind), static_cast<unsigned char>(limit)};
    std::memcpy(message.data() + 2, &who, sizeof(who));
    quint64 key = 0;
    static_assert(crypto_shorthash_BYTES == sizeof(key));
    crypto_shorthash(reinterpret_cast<unsigned char *>(&key), message.data(), message.size(), m_hashKey.data());
    const TokenBuckets::Level level = m_buckets.take(key, rate);
    RateStanding standing{rate.burst, level.remaining, roundedUp(level.full), std::nullopt};
    if (!level.taken)
        standing.retryAfter = std::max(roundedUp(level.wait), std::chrono::seconds(1));
    return standing;
}

RateStanding RateLimiter::ofAddress(const QHostAddress &address, Limit limit)
{
    const quint64 who = networkNumber(address);
    RateStanding standing = take(m_limits.address, Kind::Address, Limit::None, who);
    if (limit != Limit::None && !standing.retryAfter)
        standing.tighten(take(m_limits.of(limit), Kind::Route, limit, who));
    return standing;
}

RateStanding RateLimiter::ofCaller(const Caller &caller)
{
    const size_t seed = qFromUnaligned<size_t>(m_hashKey.data());
    RateStanding standing;
    if (caller.kind == Caller::Kind::Link) // counted by its address alone, since a player asks for it
        return standing;
    if (!caller.appId.isNull() && !caller.firstParty)
        standing = take(m_limits.app, Kind::App, Limit::None, qHash(caller.appId, seed));
    if (!caller.userId.isNull() && !standing.retryAfter)
        standing.tighten(take(m_limits.user, Kind::User, Limit::None, qHash(caller.userId, seed)));
    return standing;
}
