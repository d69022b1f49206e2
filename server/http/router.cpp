// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include <QLoggingCategory>

#include <map>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.http", QtInfoMsg)

constexpr qint64 defaultMaxBody = 1 << 20;

Problem malformedPath() { return Problem::badRequest(u"malformed_path"_s, u"The path is not in its normal form."_s); }

/// The decoded segments. An empty, `.` or `..` segment is refused: proxies and caches disagree about what it means.
QStringList segmentsOf(const QByteArray &path)
{
    QByteArray rest = path;
    if (!rest.startsWith('/') || rest.startsWith("//"))
        throw malformedPath();
    if (rest.size() > 1 && rest.endsWith('/'))
        rest.chop(1);
    QStringList segments;
    if (rest.size() == 1)
        return segments;
    for (const QByteArray &encoded : rest.mid(1).split('/')) {
        const QString segment = QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
        if (segment.isEmpty() || segment == u"."_s || segment == u".."_s || segment.contains(QChar::Null))
            throw malformedPath();
        segments += segment;
    }
    return segments;
}

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    case Method::Patch:
        return "PATCH";
    }
    return {};
}

/// HEAD is answered by what answers GET (RFC 9110, 9.3.2).
Method effective(Method method) { return method == Method::Head ? Method::Get : method; }

void requireKnownParameters(const Request &request, const Route &route)
{
    if (route.openQuery)
        return;
    QStringList known;
    for (const QueryParameter &parameter : route.query)
        known += parameter.name;
    if (route.list)
        known += {u"page"_s, u"pagesize"_s, u"cursor"_s, u"count"_s, u"sort"_s};
    if (route.caller.link)
        known += {u"expires"_s, u"signature"_s};
    FieldErrors errors;
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded)) {
        if (!known.contains(name))
            errors += {u'?' + name, u"unknown"_s, u"There is no such parameter."_s};
    }
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

/// A single resource carries a strong tag, and is not sent again to who has it (RFC 9110, 13.1.2).
void applyEntityTag(const Request &request, const Route &route, Reply &reply)
{
    const bool single = route.method == Method::Get && !route.list && reply.status == 200 && !reply.stream;
    const bool kept = reply.headers.value("Cache-Control") != "no-store";
    if (!single || !kept || reply.body.isEmpty())
        return;
    if (!reply.headers.contains("ETag"))
        reply.headers.append("ETag", entityTag(reply.body));
    if (!reply.headers.contains("Cache-Control"))
        reply.headers.append("Cache-Control", "private, no-cache");
    const QByteArray known = request.headers.value("If-None-Match");
    if (!known.isEmpty() && matchesAnyTag(known, reply.headers.value("ETag"))) {
        reply.status = 304;
        reply.body.clear();
    }
}
}

struct Router::Node
{
    std::map<QString, std::unique_ptr<Node>> statics;
    std::unique_ptr<Node> parameter;
    QHash<Method, const Route *> routes;
};

struct Router::Match
{
    const Node *node = nullptr;
    QStringList values; ///< of the parameters, in order
};

Router::Router(const RouteTable &routes, Hooks hooks)
    : m_routes(routes)
    , m_hooks(std::move(hooks))
    , m_root(std::make_unique<Node>())
{
    for (const Route &route : m_routes) {
        Node *node = m_root.get();
        for (const QString &segment : segmentsOf(route.fullPath().toUtf8())) {
            auto &next = segment.startsWith(u':') ? node->parameter : node->statics[segment];
            if (!next)
                next = std::make_unique<Node>();
            node = next.get();
        }
        Q_ASSERT_X(!node->routes.contains(route.method), "Router", qPrintable(route.path));
        node->routes.insert(route.method, &route);
    }
}

Router::~Router() = default;

Router::Match Router::match(const QByteArray &path) const
{
    const QStringList segments = segmentsOf(path);
    Match result;
    // A static segment goes before a parameter; where it leads nowhere, the parameter is tried after all.
    const std::function<const Node *(const Node *, qsizetype)> walk = [&](const Node *node,
                                                                          qsizetype at) -> const Node * {
        if (at == segments.size())
            return node->routes.isEmpty() ? nullptr : node;
        if (const auto next = node->statics.find(segments[at]); next != node->statics.end()) {
            if (const Node *found = walk(next->second.get(), at + 1))
                return found;
        }
        if (!node->parameter)
            return nullptr;
        result.values += segments[at];
        const Node *found = walk(node->parameter.get(), at + 1);
        if (!found)
            result.values.removeLast();
        return found;
    };
    result.node = walk(m_root.get(), 0);
    return result;
}

const Route *Router::find(Method method, const QByteArray &path) const
{
    try {
        const Match found = match(path);
        return found.node ? found.node->routes.value(effective(method)) : nullptr;
    } catch (const Problem &) {
        return nullptr;
    }
}

Runs Router::runsWhere(const Request &request) const
{
    const Route *route = find(request.method, request.path);
    return route ? route->runs : Runs::OnWorker;
}

qint64 Router::maxBody(Method method, const QByteArray &path) const
{
    const Route *route = find(method, path);
    return route ? route->maxBody : defaultMaxBody;
}

Reply Router::handle(const Request &request) const
{
    Reply reply;
    try {
        reply = dispatch(request);
    } catch (const Problem &problem) {
        reply = refused(problem, request);
    } catch (const std::exception &error) {
        qCCritical(log, "%s %s failed, request %s: %s", methodName(request.method).constData(),
                   request.path.constData(), request.id.constData(), error.what());
        reply = refused(
            Problem(500, u"internal_error"_s, u"Something went wrong here; the request's id helps to find it."_s),
            request);
    }
    addCors(request, reply);
    return reply;
}

Reply Router::refused(const Problem &problem, const Request &request) const
{
    const Route *route = find(request.method, request.path);
    return route && route->refuse ? route->refuse(problem, request) : problemReply(problem, request);
}

Reply Router::dispatch(const Request &request) const
{
    const Match found = match(request.path);
    if (!found.node)
        throw Problem(404, u"not_found"_s, u"There is no such path."_s);
    if (request.method == Method::Options)
        return options(request, found);
    const Route *route = found.node->routes.value(effective(request.method));
    if (!route)
        throw Problem(405, u"method_not_allowed"_s, u"This path does not know that method."_s)
            .withHeader("Allow", options(request, found).headers.value("Allow"));
    const Caller caller = m_hooks.authenticate(request, *route);
    if (!route->handle)
        throw Problem::notImplemented();
    requireKnownParameters(request, *route);

    QHash<QString, QString> args;
    qsizetype value = 0;
    for (const QString &segment : route->fullPath().split(u'/')) {
        if (segment.startsWith(u':'))
            args.insert(segment.mid(1), found.values[value++]);
    }
    Reply reply = route->handle(Call(request, caller, args));
    applyEntityTag(request, *route, reply);
    return reply;
}

Reply Router::options(const Request &request, const Match &match) const
{
    QByteArrayList methods{"OPTIONS"};
    for (auto it = match.node->routes.constBegin(); it != match.node->routes.constEnd(); ++it) {
        methods += methodName(it.key());
        if (it.key() == Method::Get)
            methods += "HEAD";
    }
    std::sort(methods.begin(), methods.end());
    Reply reply = Reply::noContent();
    reply.headers.append("Allow", methods.join(", "));
    const QByteArray origin = request.headers.value("Origin");
    if (request.headers.contains("Access-Control-Request-Method") && m_hooks.allowsOrigin
        && m_hooks.allowsOrigin(origin)) {
        reply.headers.append("Access-Control-Allow-Methods", methods.join(", "));
        reply.headers.append("Access-Control-Allow-Headers",
                             "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, "
                             "Range, X-Request-Id");
        reply.headers.append("Access-Control-Max-Age", "600");
    }
    return reply;
}

void Router::addCors(const Request &request, Reply &reply) const
{
    const QByteArray origin = request.headers.value("Origin");
    if (origin.isEmpty())
        return;
    reply.headers.append("Vary", "Origin");
    if (m_hooks.allowsOrigin && m_hooks.allowsOrigin(origin)) {
        reply.headers.append("Access-Control-Allow-Origin", origin);
        reply.headers.append("Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Request-Id");
    }
}

Reply problemReply(const Problem &problem, const Request &request)
{
    Reply reply = Reply::json(problem.toJson(request.path, request.id), problem.status);
    reply.contentType = "application/problem+json";
    reply.headers = problem.headers;
    return reply;
}
