// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/ratestanding.h"

#include <functional>

class Call;
class QHostAddress;
class Router;
struct Caller;
struct Reply;
struct Route;

/// The interfaces that the router asks before it runs a handler. `core/limits` implements RequestLimiter and OnceOnly;
/// `identity/apps` implements CallCounter, because apps have daily quotas; `services` implements ListThreads, because
/// each of its threads has a router of its own.

/// Counts requests and tells which exceed a limit. Thread: any.
class RequestLimiter
{
public:
    virtual ~RequestLimiter() = default;
    /// Counts a request of an address, against the ordinary limit and the limit of the route.
    virtual RateStanding ofAddress(const QHostAddress &address, Limit limit) = 0;
    /// Counts a request of an app and a user.
    virtual RateStanding ofCaller(const Caller &caller) = 0;
};

/// Counts the calls of apps against their quotas. Thread: the router's.
class CallCounter
{
public:
    virtual ~CallCounter() = default;
    /// Counts a call of the caller's app, if there is an app.
    /// Throws: Problem 429 if the quota is used up; such a call is not counted.
    virtual void begin(const Caller &caller) = 0;
    /// Counts a call that has begun as failed.
    virtual void failed(AppId app) = 0;
};

/// Answers a request that carries an `Idempotency-Key` at most once. Thread: the router's.
class OnceOnly
{
public:
    virtual ~OnceOnly() = default;
    /// Returns whether the request carries a key and its route takes one.
    virtual bool concerns(const Call &call, const Route &route) const = 0;
    /// Returns the handler's answer, or the answer that the handler gave before.
    /// Throws: Problem for an invalid key, and whatever the handler throws.
    virtual Reply answer(const Call &call, const Route &route) = 0;
};

/// The threads that make whole lists, so that such a list delays no other request. Thread: any.
class ListThreads
{
public:
    virtual ~ListThreads() = default;
    /// Runs a part of the work for a list on one of the threads, in turns with the work for other accounts. `run` must
    /// not throw.
    virtual void start(AccountId account, std::function<void()> run) = 0;
    /// Returns the router of the calling thread, which is one of these threads.
    /// Throws: what the database throws.
    virtual const Router &router() = 0;
};
