// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/ratestanding.h"

#include <QString>

#include <array>

/// A token bucket: it holds `burst`, and is filled up by `perSecond`. No limit at all where perSecond is 0.
struct Rate
{
    double perSecond = 0;
    qint64 burst = 0;

    friend bool operator==(const Rate &, const Rate &) = default;
};

/// How much a server lets through. What is built in hinders no developer and no test suite on one machine.
struct RateLimits
{
    Rate address = {500, 5000};
    Rate app = {500, 5000};
    Rate user = {200, 2000};
    Rate signIn = {2, 300};
    Rate code = {1, 100};
    Rate registration = {1, 100};
    Rate reset = {1, 100};
    Rate token = {20, 1000};

    /// Of a route's own limit; of None: no limit.
    Rate of(Limit limit) const;

    /// `default`, `off`, or what differs from the default: `address=50/500,sign-in=0.2/20,token=off`, each a rate a
    /// second and a burst. Throws std::runtime_error that says what is wrong.
    static RateLimits parse(const QString &text);

    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};
