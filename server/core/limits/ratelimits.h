// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/ratestanding.h"

#include <QString>

#include <array>

/// A token bucket that holds `burst` tokens and gains `perSecond` tokens a second. 0 for `perSecond` means no limit.
struct Rate
{
    double perSecond = 0;
    qint64 burst = 0;

    friend bool operator==(const Rate &, const Rate &) = default;
};

/// The rate limits of a server. The defaults do not get in the way of developers or of a test suite on one machine.
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

    /// Returns the rate of a route's own limit. There is no limit for Limit::None.
    Rate of(Limit limit) const;

    /// Parses `default`, `off`, or the rates that differ from the defaults: `address=50/500,sign-in=0.2/20,token=off`.
    /// Each rate is tokens per second, then the burst.
    /// Throws: std::runtime_error with a text that says what is wrong.
    static RateLimits parse(const QString &text);

    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};
