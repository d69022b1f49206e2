// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"
#include "server/identity/requestlog/requestlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Sets the filter to one status, such as `404`, or to a class, such as `4xx`.
void setStatus(CallQuery &query, const QString &text)
{
    if (text.isEmpty())
        return;
    const bool isClass = text.size() == 3 && text.endsWith(u"xx"_s);
    bool ok = false;
    const int number = (isClass ? text.first(1) : text).toInt(&ok);
    if (!ok || number < (isClass ? 1 : 100) || number > (isClass ? 5 : 599))
        throw Problem::invalid(u"?status"_s, u"malformed"_s, u"This must be a status such as 404, or 4xx."_s);
    if (isClass)
        query.statusClass = number;
    else
        query.status = number;
}

QStringList allMethods()
{
    QStringList names;
    for (const char *name : methodNames)
        names += QString::fromLatin1(name);
    return names;
}

QString methodIn(const Call &call)
{
    const QString method = call.query(u"method"_s);
    if (!method.isEmpty() && !methodNamed(method.toLatin1()))
        throw Problem::invalid(u"?method"_s, u"not_allowed"_s, u"This must be a method such as GET."_s);
    return method;
}

Reply listed(RequestLog &log, const Call &call)
{
    const auto [from, to] = QueryValues::range(call);
    CallQuery query{.app = call.id<AppId>(u"app_id"),
                    .method = methodIn(call),
                    .path = call.query(u"path"_s),
                    .code = call.query(u"code"_s),
                    .requestId = call.query(u"request_id"_s),
                    .from = from,
                    .to = to};
    setStatus(query, call.query(u"status"_s));
    const auto page = PageRequest::from(call);
    const auto found = log.list(call.caller, query, page);
    return pageOf<AppCall>(
        call, page, found.calls,
        [](const AppCall &made) {
            return QJsonArray{made.at.toMSecsSinceEpoch(), made.callId.toString()};
        },
        found.total);
}
}

RouteTable requestLogRoutes(RequestLog &log)
{
    const Access reader = Callers::user(Scope::AppsRead).orManagement();
    return {
        {
            .method = Method::Get,
            .path = u"/apps/:app_id/requests"_s,
            .caller = reader,
            .tag = u"Apps",
            .summary = u"List the calls of an app in the last 7 days, newest first"_s,
            .query = {{u"status"_s, u"Status, such as 404, or a class, such as 4xx"_s},
                      Parameters::oneOf(u"method"_s, u"Method"_s, allMethods()),
                      {u"path"_s,
                       u"Beginning of the path, or the path of an endpoint, such as /v1/devices/:device_id"_s},
                      {u"code"_s, u"Code of the error"_s},
                      {u"request_id"_s, u"Request ID"_s},
                      Parameters::time(u"from"_s, u"Earliest time"_s),
                      Parameters::time(u"to"_s, u"Latest time, exclusive"_s)},
            .reply = &AppCall::staticMetaObject,
            .list = true,
            .handle = [&log](const Call &call) { return listed(log, call); },
        },
        {
            .method = Method::Get,
            .path = u"/apps/:app_id/requests/:call_id"_s,
            .caller = reader,
            .tag = u"Apps",
            .summary = u"Get a call of an app, with its error and a curl command that repeats it"_s,
            .reply = &AppCallDetail::staticMetaObject,
            .handle =
                [&log](const Call &call) {
                    return replyWith(log.get(call.caller, call.id<AppId>(u"app_id"), call.id<AppCallId>(u"call_id")));
                },
        },
        {
            .method = Method::Get,
            .path = u"/apps/:app_id/errors"_s,
            .caller = reader,
            .tag = u"Apps",
            .summary = u"List the errors of an app in the last 24 hours by code, the most frequent first"_s,
            .reply = &AppErrorCount::staticMetaObject,
            .list = true,
            .runs = Runs::OnFilePool,
            .handle =
                [&log](const Call &call) {
                    return pageOf(call, log.errors(call.caller, call.id<AppId>(u"app_id")), &AppErrorCount::count,
                                  &AppErrorCount::status, &AppErrorCount::code);
                },
        },
        {
            .method = Method::Get,
            .path = u"/support/requests"_s,
            .caller = Callers::user(Scope::AccountRead, User::Role::Support),
            .tag = u"Support",
            .summary = u"Find the calls with a request ID, of all apps; returns at most 50, newest first"_s,
            .query = {{u"request_id"_s, u"Request ID of a message to support"_s}},
            .reply = &AppCall::staticMetaObject,
            .list = true,
            .handle =
                [&log](const Call &call) {
                    return pageOf(call, log.search(call.caller, call.query(u"request_id"_s)), &AppCall::at,
                                  &AppCall::callId);
                },
        },
    };
}
