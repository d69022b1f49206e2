// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/actions/actionservice.h"

#include "models/core/times.h"
#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Actions";
constexpr int maxSummaryDays = 31;
constexpr qint64 maxBatchBody = 5 << 20;

QList<QueryParameter> filters()
{
    return {{u"account_id"_s, u"The account; default: the caller's. Only staff can name another account"_s},
            {u"device_id"_s, u"Only actions on this device"_s},
            {u"type"_s, u"Only actions of this type"_s},
            Parameters::time(u"from"_s, u"Only actions at or after this time"_s),
            Parameters::time(u"to"_s, u"Only actions before this time"_s)};
}

ActionQuery queryOf(const Call &call)
{
    ActionQuery query;
    query.account = QueryValues::id<AccountId>(call, u"account_id"_s);
    if (query.account.isNull())
        query.account = call.caller.accountId;
    query.device = QueryValues::id<DeviceId>(call, u"device_id"_s);
    query.type = QueryValues::text(call, u"type"_s);
    const auto [from, to] = QueryValues::range(call);
    query.from = from;
    query.to = to;
    return query;
}

/// Returns the filter of a summary. The default period is the last 24 hours.
ActionQuery summaryOf(const Call &call)
{
    ActionQuery query = queryOf(call);
    if (!query.to.isValid())
        query.to = Times::now();
    if (!query.from.isValid())
        query.from = query.to.addDays(-1);
    if (query.from.daysTo(query.to) > maxSummaryDays)
        throw Problem::invalid(u"?from"_s, u"too_small"_s, u"A summary covers at most 31 days."_s);
    return query;
}
}

RouteTable actionRoutes(ActionService &actions)
{
    const Access reader = Callers::user(Scope::AccountRead);
    const Access writer = Callers::user(Scope::Account);
    return {
        {
            .method = Method::Post,
            .path = u"/actions"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Record an action of a user"_s,
            .body = &Action::staticMetaObject,
            .reply = &Action::staticMetaObject,
            .status = 201,
            .handle =
                [&actions](const Call &call) {
                    return replyWith(actions.record(call.caller, call.body<Action>()), 201);
                },
        },
        {
            .method = Method::Post,
            .path = u"/actions/batch"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Record up to 500 actions; either all are recorded or none"_s,
            .body = &ActionBatch::staticMetaObject,
            .reply = &ActionsRecorded::staticMetaObject,
            .status = 201,
            .handle =
                [&actions](const Call &call) {
                    return replyWith(actions.record(call.caller, call.body<ActionBatch>()), 201);
                },
            .maxBody = maxBatchBody,
        },
        {
            .method = Method::Get,
            .path = u"/actions"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List the actions of an account's users, newest first"_s,
            .query = filters(),
            .reply = &Action::staticMetaObject,
            .list = true,
            .handle =
                [&actions](const Call &call) {
                    const auto page = PageRequest::from(call);
                    const auto found = actions.list(call.caller, queryOf(call), page);
                    return pageOf<Action>(
                        call, page, found.actions,
                        [](const Action &action) {
                            return QJsonArray{action.at.toMSecsSinceEpoch(), action.actionId.toString()};
                        },
                        found.total);
                },
        },
        {
            .method = Method::Get,
            .path = u"/actions/summary"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"Count actions by hour, device, and type; default: the last 24 hours"_s,
            .query = filters(),
            .reply = &ActionCount::staticMetaObject,
            .list = true,
            .handle =
                [&actions](const Call &call) {
                    return pageOf(call, actions.summary(call.caller, summaryOf(call)), &ActionCount::hour,
                                  &ActionCount::type, &ActionCount::deviceId);
                },
        },
    };
}
