// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/spoolfile.h"
#include "server/core/http/callobserver.h"
#include "server/core/http/csvlist.h"
#include "server/core/http/route.h"
#include "server/core/http/routetree.h"

#include <QHash>

class CallCounter;
class Database;
class ListThreads;
class OnceOnly;
class RequestLimiter;

/// Knows the address of what a request has created (RFC 9110, 10.2.2).
///
/// The address follows from the route table: it is the path of the GET route that answers with the same model, or
/// Route::location. Its parameters are members of the answer, or parameters of the request's own path.
class Locations
{
public:
    explicit Locations(const RouteTable &routes);

    /// Returns whether add() has a path for what a POST creates.
    bool knows(const Route &route) const { return route.status == 201 && !pathsOf(route).isEmpty(); }
    /// Adds `Location` to an answer 201, if the object has an address.
    void add(const Route &route, const Call &call, Reply &reply) const;

private:
    QStringList pathsOf(const Route &route) const;

    QHash<const QMetaObject *, QStringList> m_paths; ///< of the GET routes with this reply, the shortest first
};

/// Turns a request into an answer: finds the route, calls its handler, and turns exceptions into problems.
///
/// The router knows no sockets and keeps no state, so that each thread can have one over its own services.
class Router
{
public:
    struct Hooks
    {
        /// Returns the caller.
        /// Throws: Problem if the request has no credential that the route accepts.
        std::function<Caller(const Request &, const Route &)> authenticate;
        /// Requires that the caller may call the route.
        /// Throws: Problem.
        std::function<void(const Caller &, const Route &)> authorize = {};
        /// Returns the caller of a request whose answer is running, as authenticate does, from what is stored now.
        std::function<Caller(const Request &, const Route &)> authenticateAgain = {};
        /// Returns whether a web page of this origin may read what the app was answered (WHATWG Fetch, CORS). A null ID
        /// asks for any app: no app is known at a preflight, or when no credential holds.
        std::function<bool(const QByteArray &origin, AppId app)> allowsOrigin = {};
        /// Returns the app that the caller of a route for OAuth clients names as its own. Only what a page may read is
        /// decided by it.
        std::function<AppId(const Request &)> claimedApp = {};
        RequestLimiter *limiter = nullptr; ///< null: no limits
        /// Returns whether another server asks on behalf of a client that it has counted.
        std::function<bool(const Request &)> isPeer = {};
        CallCounter *quotas = nullptr; ///< null: calls are not counted
        CallObserver *observer = nullptr; ///< null: nobody is told of calls
        OnceOnly *idempotency = nullptr; ///< null: `Idempotency-Key` is ignored
        /// Returns the places for a whole list.
        /// Throws: Problem if the account has all of its places, or if there are none left.
        std::function<CsvList::Places(const Caller &)> listPlaces = {};
        ListThreads *listThreads = nullptr; ///< null: a list is made where its request is answered
        SpoolSpace spool = {}; ///< where long lists are kept
        Database *database = nullptr; ///< the database that the handlers write to; null: no handler is repeated
    };
    /// The route of a request. It is looked up once and is valid for this router only.
    using Way = RouteTree::Found;

    Router(const RouteTable &routes, Hooks hooks);
    ~Router();
    Q_DISABLE_COPY_MOVE(Router)

    Way find(const Request &request) const;
    /// Counts the request before anything else is done. Returns an answer if the address has exceeded a limit.
    std::optional<Reply> admit(Request &request, const Way &way) const;
    /// Returns the answer to a request that is not handled because of how it arrived. Counts the request like admit(),
    /// and has the headers of every answer. Never throws.
    Reply turnDown(const Problem &problem, Request request) const;
    /// What the head of a request tells before its body has arrived.
    struct Foresight
    {
        std::optional<Reply> refusal = {}; ///< if the caller has no credential that the route accepts
        AccountId account = {}; ///< that of the caller; null: not known
    };
    /// `head` is the request without its body. Only `Authorization` is looked at: a request that may bring another
    /// proof waits for its body.
    Foresight foresee(Request head) const;
    /// Returns the thread that the handler of a request runs on. What is refused at once needs no other.
    Runs runsOn(const Request &request, const Way &way) const;
    /// Returns for whom a request waits for such a thread: see Party. Never throws.
    QByteArray partyOf(const Request &request, const Way &way) const;
    /// Returns the answer to a request. Never throws: exceptions become answers here.
    Reply handle(const Request &request, const Way &way) const;
    Reply handle(const Request &request) const;
    /// Returns the answer that refuses a request, in the form that its route has for refusals. Never throws.
    Reply refused(const Problem &problem, const Request &request, const Way &way) const;
    /// Returns the caller of a request whose answer is running.
    /// Throws: Problem if the request would be refused by now; what the database throws.
    Caller standing(const Request &request, const Way &way) const;
    /// Returns the largest body, in bytes, that such a request may have.
    qint64 maxBody(Method method, const QByteArray &path) const;

    const RouteTable &routes() const { return m_routes; }

private:
    class WholeList;

    static Problem rateLimited(std::chrono::seconds retryAfter);
    Reply replyToException(const Request &request, const Way &way) const;
    /// What dispatch() learns about a request and the answer needs, also after an exception.
    struct Passage
    {
        RateStanding rate;
        AppId counted = {}; ///< the app whose call has been counted
        AppId app = {}; ///< the app that calls; null: none is known
        std::optional<Caller> caller = {}; ///< once it has been authenticated
        std::chrono::system_clock::time_point at = {};
        std::chrono::steady_clock::time_point since = {};
    };
    std::optional<Caller> strayCaller(const Request &request) const;
    void tell(const Request &request, const Way &way, const Passage &passage, Reply &reply) const;
    Reply dispatch(const Request &request, const Way &way, Passage &passage) const;
    Reply options(const Request &request, const Way &way) const;
    Reply csv(const Call &call, const Way &way) const;
    Reply pageOf(const Request &page, const Request &list, const Way &way) const;
    std::optional<Reply> proceed(WholeList &list) const;
    void finish(const Request &request, const Passage &passage, Reply &reply) const;

    RouteTable m_routes;
    RouteTree m_tree;
    Locations m_locations;
    Hooks m_hooks;
};

/// Returns whether a whole answer of the route is the state of one resource, so that it carries an `ETag`: a single
/// resource that is read, and a row of a table that a POST or PUT answers with, but not the outcome of an action.
bool carriesEntityTag(const Route &route);
/// Returns the answer for a problem.
Reply problemReply(const Problem &problem, const Request &request);
