// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/retry.h"
#include "server/core/http/csvlist.h"
#include "server/core/http/gate.h"
#include "server/core/http/paging.h"
#include "server/core/http/router.h"

using namespace std::chrono_literals;

namespace {
constexpr auto turn = 100ms; ///< after which a list waits for those of other accounts
}

/// A list that is made on the threads for whole lists. It is destroyed when its client has gone, which ends the work.
class Router::WholeList
{
public:
    WholeList(ListThreads &threads, const Request &request, const Route &route, const Caller &caller,
              CsvList::Keeping keeping)
        : request(request)
        , counted(caller.appId)
        , making(request, route, std::move(keeping))
        , m_threads(threads)
        , m_account(caller.accountId)
    {
    }

    using Done = std::function<void(Reply)>;
    /// Makes the list, and calls `done` with it unless it has been destroyed by then.
    static void make(const std::weak_ptr<WholeList> &wanted, Done done)
    {
        const auto list = wanted.lock();
        if (!list)
            return;
        list->m_threads.start(list->m_account, [wanted, done = std::move(done)] { takeTurn(wanted, done); });
    }

    const Request request;
    const AppId counted; ///< the app whose call has been counted
    CsvList::Making making;

private:
    static void takeTurn(const std::weak_ptr<WholeList> &wanted, const Done &done)
    {
        const auto list = wanted.lock();
        if (!list)
            return;
        if (auto reply = list->proceed())
            done(std::move(*reply));
        else
            make(wanted, done);
    }
    std::optional<Reply> proceed()
    {
        try {
            return m_threads.router().proceed(*this);
        } catch (const std::exception &error) { // the database is unreachable, so the router could not be created
            qCritical("Request %s failed: %s", request.id.constData(), error.what());
            return problemReply(problemOf(error), request);
        }
    }

    ListThreads &m_threads;
    const AccountId m_account;
};

/// Returns a page of a list. What the answer stands on is asked for each page, because a long list takes seconds.
Reply Router::pageOf(const Request &page, const Request &list, const Way &way) const
{
    const Call call(page, standing(list, way), way.leaf->arguments, way.values);
    const auto answer = [&] { return way.route()->handle(call); };
    return m_hooks.database && way.route()->mayBeRepeated() ? retrying(*m_hooks.database, answer) : answer();
}

/// Returns a whole list. An account's list is made later, in turns with those of other accounts. It has its place
/// before it waits, so that only lists wait that will be made.
Reply Router::csv(const Call &call, const Way &way) const
{
    const Request &request = call.request;
    const Caller &caller = call.caller;
    const Route &route = *way.route();
    PageRequest::ofEveryList(call); // refuses for CSV what it refuses for JSON
    const bool isShort = caller.accountId.isNull(); // such as the plans
    const CsvList::Keeping keeping{m_hooks.spool,
                                   isShort ? ByteHolder() : ByteHolder{.account = qHash(caller.accountId)},
                                   m_hooks.listPlaces ? m_hooks.listPlaces(caller) : CsvList::Places()};
    if (!m_hooks.listThreads || isShort || route.runs == Runs::OnNetworkPool) {
        CsvList::Making making(request, route, keeping);
        for (;;) {
            if (auto made = making.next([&](const Request &page) { return pageOf(page, request, way); }))
                return *made;
        }
    }
    Reply reply;
    reply.later = [list = std::make_shared<WholeList>(*m_hooks.listThreads, request, route, caller, keeping)](
                      WholeList::Done done) { WholeList::make(list, std::move(done)); };
    return reply;
}

/// Makes a part of the list. Returns the answer if that was the last one.
std::optional<Reply> Router::proceed(WholeList &list) const
{
    const Way way = find(list.request);
    const auto end = std::chrono::steady_clock::now() + turn;
    try {
        do {
            if (auto made = list.making.next([&](const Request &page) { return pageOf(page, list.request, way); }))
                return made;
        } while (std::chrono::steady_clock::now() < end);
        return std::nullopt;
    } catch (...) {
        if (m_hooks.quotas && !list.counted.isNull())
            m_hooks.quotas->failed(list.counted);
        return replyToException(list.request, way);
    }
}
