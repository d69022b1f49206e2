// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/gate.h"
#include "server/core/http/party.h"
#include "server/core/http/problem.h"
#include "server/core/http/router.h"

using namespace Qt::StringLiterals;

Problem Router::rateLimited(std::chrono::seconds retryAfter)
{
    return Problem::tooManyRequests(u"rate_limited"_s, u"Too many requests. Wait, then try again."_s, retryAfter);
}

std::optional<Reply> Router::admit(Request &request, const Way &way) const
{
    if (!m_hooks.limiter || (m_hooks.isPeer && m_hooks.isPeer(request)))
        return std::nullopt;
    const Route *route = way.route();
    // A preflight is not the call itself, which the page makes afterwards.
    const Limit limit = route && request.method != Method::Options ? route->limit : Limit::None;
    request.rate = m_hooks.limiter->ofAddress(request.peer, limit);
    if (!request.rate.retryAfter)
        return std::nullopt;
    Reply reply = refused(rateLimited(*request.rate.retryAfter), request, way);
    finish(request, {.rate = request.rate}, reply);
    return reply;
}

Reply Router::turnDown(const Problem &problem, Request request) const
{
    const Way way = find(request);
    if (auto limited = admit(request, way))
        return std::move(*limited);
    Reply reply = refused(problem, request, way);
    finish(request, {.rate = request.rate}, reply);
    return reply;
}

Router::Foresight Router::foresee(Request head) const
{
    const Way way = find(head);
    const Route *route = way.route();
    if (!route || route->internal)
        return {};
    const Access &access = route->caller;
    if (access.anyone || access.client || access.link || access.payment)
        return {};
    try {
        return {.account = m_hooks.authenticate(head, *route).accountId};
    } catch (const Problem &problem) {
        if (auto limited = admit(head, way))
            return {.refusal = std::move(limited)};
        Reply reply = refused(problem, head, way);
        finish(head, {.rate = head.rate}, reply);
        return {.refusal = std::move(reply)};
    } catch (const std::exception &) {
        return {}; // as the whole request will say
    }
}

Runs Router::runsOn(const Request &request, const Way &way) const
{
    const Route *route = way.route();
    const bool isStrange = route && route->internal && !(m_hooks.isPeer && m_hooks.isPeer(request));
    return !route || isStrange ? Runs::OnWorker : route->runs;
}

QByteArray Router::partyOf(const Request &request, const Way &way) const
{
    const Route &route = *way.route();
    if (route.internal)
        return request.headers.value(Party::header);
    try {
        return Party::of(m_hooks.authenticate(request, route), request.peer);
    } catch (const std::exception &) { // as the answer will say
        return Party::ofNetwork(request.peer);
    }
}
