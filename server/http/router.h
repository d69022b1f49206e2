// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"

#include <memory>

/// From a request to the handler of its route, and from what that returns or throws to the answer.
///
/// It knows no sockets and keeps no state, so that each thread may have one over its own services.
class Router
{
public:
    struct Hooks
    {
        /// Who calls; throws Problem where the route is not open to them.
        std::function<Caller(const Request &, const Route &)> authenticate;
        /// Whether a web page of this origin may call (WHATWG Fetch, CORS).
        std::function<bool(const QByteArray &origin)> allowsOrigin = {};
    };

    Router(const RouteTable &routes, Hooks hooks);
    ~Router();
    Q_DISABLE_COPY_MOVE(Router)

    /// Always an answer, never an exception: what is thrown below becomes one here.
    Reply handle(const Request &request) const;
    /// Where the request's handler wants to run.
    Runs runsWhere(const Request &request) const;
    /// The most that the body of such a request may hold.
    qint64 maxBody(Method method, const QByteArray &path) const;

    const RouteTable &routes() const { return m_routes; }

private:
    struct Node;
    struct Match;
    Match match(const QByteArray &path) const;
    const Route *find(Method method, const QByteArray &path) const;
    Reply refused(const Problem &problem, const Request &request) const;
    Reply dispatch(const Request &request) const;
    Reply options(const Request &request, const Match &match) const;
    void addCors(const Request &request, Reply &reply) const;

    RouteTable m_routes;
    Hooks m_hooks;
    std::unique_ptr<Node> m_root;
};

/// The answer that a problem becomes.
Reply problemReply(const Problem &problem, const Request &request);
