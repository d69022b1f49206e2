// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/routetree.h"

class CallCounter;
class Database;
class OnceOnly;
class RequestLimiter;

/// From a request to the handler of its route, and from what that returns or throws to the answer.
///
/// It knows no sockets and keeps no state, so that each thread may have one over its own services.
class Router
{
public:
    struct Hooks
    {
        /// Who calls; throws Problem where no credential came that the route takes.
        std::function<Caller(const Request &, const Route &)> authenticate;
        /// Whether that suffices; throws Problem.
        std::function<void(const Caller &, const Route &)> authorize = {};
        /// Whether a web page of this origin may call (WHATWG Fetch, CORS).
        std::function<bool(const QByteArray &origin)> allowsOrigin = {};
        RequestLimiter *limiter = nullptr; ///< none: no limits
        CallCounter *quotas = nullptr; ///< none: no calls are counted
        OnceOnly *idempotency = nullptr; ///< none: `Idempotency-Key` is ignored
        Database *database = nullptr; ///< which the handlers write to; none: no handler is repeated
    };
    /// Where a request leads: found once, and good for this router alone.
    using Way = RouteTree::Found;

    Router(const RouteTable &routes, Hooks hooks);
    ~Router();
    Q_DISABLE_COPY_MOVE(Router)

    Way find(const Request &request) const;
    /// Counts the request, before anything else is done for it; an answer where its address has asked too much.
    std::optional<Reply> admit(Request &request, const Way &way) const;
    /// Always an answer, never an exception: what is thrown below becomes one here.
    Reply handle(const Request &request, const Way &way) const;
    Reply handle(const Request &request) const;
    /// The most that the body of such a request may hold.
    qint64 maxBody(Method method, const QByteArray &path) const;

    const RouteTable &routes() const { return m_routes; }

private:
    Reply refused(const Problem &problem, const Request &request, const Way &way) const;
    /// What is found out on the way, and needed for the answer however that comes about.
    struct Passage
    {
        RateStanding rate;
        AppId counted = {}; ///< whose call it is
    };
    Reply dispatch(const Request &request, const Way &way, Passage &passage) const;
    Reply options(const Request &request, const Way &way) const;
    void finish(const Request &request, const RateStanding &rate, Reply &reply) const;

    RouteTable m_routes;
    RouteTree m_tree;
    Hooks m_hooks;
};

/// The answer that a problem becomes.
Reply problemReply(const Problem &problem, const Request &request);
