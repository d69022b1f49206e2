// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/retry.h"
#include "server/core/http/csvlist.h"
#include "server/core/http/router.h"

#include <utility>

Runs Router::runs(const Request &request, const Way &way) const
{
    const Route *route = way.route();
    if (!route)
        return Runs::OnWorker;
    const bool isLong = route->runs == Runs::OnWorker && CsvList::isWanted(request, *route);
    return isLong ? Runs::OnListPool : route->runs;
}

/// Returns the whole list. What the answer stands on is asked again for each page, because a long list takes seconds.
Reply Router::csv(const Request &request, const Way &way, const Caller &caller) const
{
    const CsvList::Keeping keeping{m_hooks.listFolder, m_hooks.listPlace ? m_hooks.listPlace(caller) : nullptr};
    bool isFirst = true;
    const auto answerOf = [&](const Request &page) {
        const Caller asking = std::exchange(isFirst, false) ? caller : standing(request, way);
        const Call call(page, asking, way.leaf->arguments, way.values);
        const auto answer = [&] { return way.route()->handle(call); };
        return m_hooks.database ? retrying(*m_hooks.database, answer) : answer();
    };
    return CsvList::reply(request, *way.route(), answerOf, keeping);
}
