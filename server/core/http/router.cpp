// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/router.h"

#include "server/core/db/retry.h"
#include "server/core/http/contentcoding.h"
#include "server/core/http/csvlist.h"
#include "server/core/http/gate.h"
#include "server/core/http/problem.h"
#include "server/core/http/requestrules.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.http", QtInfoMsg)

constexpr qint64 defaultMaxBody = 1 << 20;

/// Returns whether a page of the origin may read the answer. Returns false while the database does not answer: an
/// exception would end the program here, because the answer has been made already.
bool isAllowed(const Router::Hooks &hooks, const QByteArray &origin, AppId app)
{
    try {
        return hooks.allowsOrigin && hooks.allowsOrigin(origin, app);
    } catch (const std::exception &error) {
        qCWarning(log, "Cannot read the apps' origins: %s", error.what());
        return false;
    }
}

/// Adds a strong tag to the state of a resource, and answers 304 if the client has the current version (RFC 9110,
/// 13.1.2).
void applyEntityTag(const Request &request, const Route &route, Reply &reply)
{
    const bool reads = route.method == Method::Get;
    const bool whole = (reply.status == 200 || reply.status == 201) && !reply.stream && !reply.body.isEmpty();
    const bool kept = !reads || reply.headers.value("Cache-Control") != "no-store";
    if (!carriesEntityTag(route) || !whole || !kept)
        return;
    if (!reply.headers.contains("ETag"))
        reply.headers.append("ETag", entityTag(reply.body));
    if (!reads)
        return;
    if (!reply.headers.contains("Cache-Control"))
        reply.headers.append("Cache-Control", "private, no-cache");
    const QByteArray known = request.headers.value("If-None-Match");
    if (!known.isEmpty() && weaklyMatchesAnyTag(known, reply.headers.value("ETag"))) {
        ContentCoding::choose(request, reply);
        reply.status = 304;
        reply.body.clear();
    }
}

/// Returns the answer to a HEAD whose GET would change something. HEAD is safe (RFC 9110, 9.2.1), so that the handler
/// is not called, and what it would answer is not known.
Reply withoutEffect()
{
    Reply reply = Reply::noContent();
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

/// Calls `what` with the answer, now or as soon as it is made.
void whenMade(Reply &reply, std::function<void(Reply &)> what)
{
    if (!reply.later)
        return what(reply);
    reply.later = [what = std::move(what), later = std::move(reply.later)](std::function<void(Reply)> done) {
        later([what, done = std::move(done)](Reply made) {
            what(made);
            done(std::move(made));
        });
    };
}
}

Router::Router(const RouteTable &routes, Hooks hooks)
    : m_routes(routes)
    , m_tree(m_routes)
    , m_locations(m_routes)
    , m_hooks(std::move(hooks))
{
}

Router::~Router() = default;

Router::Way Router::find(const Request &request) const { return m_tree.find(request.method, request.path); }

qint64 Router::maxBody(Method method, const QByteArray &path) const
{
    const Route *route = m_tree.find(method, path).route();
    return route ? route->maxBody : defaultMaxBody;
}

Reply Router::handle(const Request &request) const { return handle(request, find(request)); }

Reply Router::handle(const Request &request, const Way &way) const
{
    Reply reply;
    Passage passage{
        .rate = request.rate, .at = std::chrono::system_clock::now(), .since = std::chrono::steady_clock::now()};
    try {
        reply = dispatch(request, way, passage);
    } catch (...) {
        reply = replyToException(request, way);
    }
    if (reply.status >= 400 && !passage.counted.isNull())
        m_hooks.quotas->failed(passage.counted);
    tell(request, way, passage, reply);
    finish(request, passage, reply);
    return reply;
}

/// Returns the answer for the exception that is being handled.
Reply Router::replyToException(const Request &request, const Way &way) const
{
    try {
        throw;
    } catch (const Problem &problem) {
        return refused(problem, request, way);
    } catch (const std::exception &error) {
        const Problem problem = problemOf(error);
        const QByteArray what =
            QByteArray(methodNames[size_t(request.method)]) + ' ' + request.path + " failed, request " + request.id;
        if (problem.status == 500)
            qCCritical(log, "%s: %s", what.constData(), error.what());
        else
            qCWarning(log, "%s: %s", what.constData(), error.what());
        return refused(problem, request, way);
    }
}

/// Tells the observer of the answer, now or as soon as it is made.
void Router::tell(const Request &request, const Way &way, const Passage &passage, Reply &reply) const
{
    if (!m_hooks.observer || !passage.caller)
        return;
    whenMade(reply,
             [observer = m_hooks.observer, caller = *passage.caller, at = passage.at, since = passage.since, request,
              way](const Reply &made) {
                 const auto duration = std::chrono::steady_clock::now() - since;
                 observer->answered(
                     {request, way, caller, made, at, std::chrono::duration_cast<std::chrono::microseconds>(duration)});
             });
}

/// Returns the caller of a request that has no route, if it has a valid credential: developers look for the mistake in
/// a path in their log.
std::optional<Caller> Router::strayCaller(const Request &request) const
{
    static const Route none;
    if (!m_hooks.observer || !request.headers.contains("Authorization"))
        return std::nullopt;
    try {
        return m_hooks.authenticate(request, none);
    } catch (const std::exception &) {
        return std::nullopt; // the answer is about the path
    }
}

Reply Router::refused(const Problem &problem, const Request &request, const Way &way) const
{
    const Route *route = RouteTree::routeOf(way);
    try {
        if (route && route->refuse)
            return route->refuse(problem, request);
    } catch (const std::exception &error) {
        qCCritical(log, "Cannot build the page for the refused request %s: %s", request.id.constData(), error.what());
    }
    return problemReply(problem, request);
}

Reply Router::dispatch(const Request &request, const Way &way, Passage &passage) const
{
    if (request.method != Method::Options && !way.leaf)
        passage.caller = strayCaller(request);
    if (way.path == Way::Path::Malformed)
        throw Problem::badRequest(u"malformed_path"_s, u"The path is not in normal form."_s);
    if (way.path == Way::Path::Unknown)
        throw Problem(404, u"not_found"_s, u"Unknown path."_s);
    if (request.method == Method::Options)
        return options(request, way);
    if (!way.leaf)
        throw Problem(405, u"method_not_allowed"_s, u"This path does not support the method."_s)
            .withHeader("Allow", RouteTree::methodsOf(way).join(", "));
    const Route &route = *way.route();
    const Caller &caller = passage.caller.emplace(m_hooks.authenticate(request, route));
    passage.app = caller.appId;
    if (route.caller.client && m_hooks.claimedApp && request.headers.contains("Origin"))
        passage.app = m_hooks.claimedApp(request);
    if (m_hooks.limiter)
        passage.rate.tighten(m_hooks.limiter->ofCaller(caller));
    if (passage.rate.retryAfter)
        throw rateLimited(*passage.rate.retryAfter);
    if (m_hooks.quotas) {
        m_hooks.quotas->begin(caller);
        passage.counted = caller.appId;
    }
    if (m_hooks.authorize)
        m_hooks.authorize(caller, route);
    if (!route.handle)
        throw Problem::notImplemented();
    RequestRules::requireKnownParameters(request, *way.leaf);
    RequestRules::requireUnconditional(request, route);
    if (request.method == Method::Head && !route.safe)
        return withoutEffect();
    requireDigests(request.headers, request.body); // they are of the coded body (RFC 9530, 2 and 3)
    std::optional<Request> decoded;
    if (ContentCoding::isCoded(request))
        decoded = ContentCoding::decoded(request, route);
    const Call call(decoded ? *decoded : request, caller, way.leaf->arguments, way.values);
    RequestRules::requireNoBody(call, route);
    const bool once = m_hooks.idempotency && m_hooks.idempotency->concerns(call, route);
    const auto answer = [&] {
        try {
            return once ? m_hooks.idempotency->answer(call, route) : route.handle(call);
        } catch (Problem &problem) {
            RequestRules::nameReadOnly(problem, route);
            throw;
        }
    };
    if (CsvList::isWanted(request, route))
        return csv(call, way);
    Reply reply = m_hooks.database && route.mayBeRepeated() ? retrying(*m_hooks.database, answer) : answer();
    m_locations.add(route, call, reply);
    whenMade(reply, [request, way](Reply &made) { applyEntityTag(request, *way.route(), made); });
    return reply;
}

Caller Router::standing(const Request &request, const Way &way) const
{
    const Route &route = *way.route();
    const auto &authenticate = m_hooks.authenticateAgain ? m_hooks.authenticateAgain : m_hooks.authenticate;
    const Caller caller = authenticate(request, route);
    if (m_hooks.authorize)
        m_hooks.authorize(caller, route);
    if (route.stands)
        route.stands(Call(request, caller, way.leaf->arguments, way.values));
    return caller;
}

Reply Router::options(const Request &request, const Way &way) const
{
    const QByteArray methods = RouteTree::methodsOf(way).join(", ");
    // What a route of its own says beside, such as the extensions of a protocol. It needs no credential.
    Reply reply =
        way.leaf ? way.route()->handle(Call(request, {}, way.leaf->arguments, way.values)) : Reply::noContent();
    reply.headers.append("Allow", methods);
    const QByteArray origin = request.headers.value("Origin");
    if (request.headers.contains("Access-Control-Request-Method") && isAllowed(m_hooks, origin, {})) {
        reply.headers.append("Access-Control-Allow-Methods", methods);
        reply.headers.append(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Digest, Content-Type, Digest, Idempotency-Key, If-Match, If-None-Match, "
            "Last-Event-ID, Range, Repr-Digest, Tus-Resumable, Upload-Checksum, Upload-Length, Upload-Metadata, "
            "Upload-Offset, X-HTTP-Method-Override, X-Request-Id");
        reply.headers.append("Access-Control-Max-Age", "600");
    }
    return reply;
}

/// Adds the headers that every answer carries.
void Router::finish(const Request &request, const Passage &passage, Reply &reply) const
{
    passage.rate.addTo(reply.headers);
    whenMade(reply, [request](Reply &made) { ContentCoding::compress(request, made); });
    const QByteArray origin = request.headers.value("Origin");
    if (origin.isEmpty())
        return;
    reply.headers.append("Vary", "Origin");
    if (isAllowed(m_hooks, origin, passage.app)) {
        reply.headers.append("Access-Control-Allow-Origin", origin);
        reply.headers.append(
            "Access-Control-Expose-Headers",
            "Clip-End, Clip-Start, ETag, Idempotent-Replayed, Link, Location, RateLimit-Limit, RateLimit-Remaining, "
            "RateLimit-Reset, Retry-After, "
            "Tus-Checksum-Algorithm, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version, Upload-Expires, "
            "Upload-Length, Upload-Metadata, Upload-Offset, "
            "X-Request-Id, X-Timestamp");
    }
}

bool carriesEntityTag(const Route &route)
{
    if (route.list)
        return false;
    const bool changes = route.method == Method::Post || route.method == Method::Put;
    const auto has = [&route](const char *info) { return route.reply && route.reply->indexOfClassInfo(info) >= 0; };
    const bool isStored = has("table") || has("resource"); // a row, or what is joined from several
    return (route.method == Method::Get && route.safe) || (changes && isStored);
}

Reply problemReply(const Problem &problem, const Request &request)
{
    Reply reply = Reply::json(problem.toJson(request.path, request.id), problem.status);
    reply.contentType = "application/problem+json";
    reply.headers = problem.headers;
    return reply;
}
