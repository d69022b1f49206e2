// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/requestlog/requestlog.h"

#include "models/core/times.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/core/meta/openapioperation.h"
#include "server/identity/apps/appservice.h"
#include "server/identity/requestlog/curlline.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostFound = 50;
constexpr qint64 mostCodes = 50;
constexpr qsizetype longestId = 200; // that a client can choose

/// Returns the address of the endpoint's page in the API reference, or an empty text for a call of an unknown path.
QString docsOf(const AppCall &call, const QString &server)
{
    if (call.route.isEmpty())
        return {};
    const Method method = methodNamed(call.method.toLatin1()).value_or(Method::Get);
    const QString page = server + u"/docs/calls/"_s + operationIdOf(method, call.route);
    return call.code.isEmpty() ? page : page + u"#error-"_s + call.code;
}
}

RequestLog::Page RequestLog::list(const Caller &caller, const CallQuery &query, const PageRequest &page)
{
    m_apps.get(caller, query.app);
    return {m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
}

AppCallDetail RequestLog::get(const Caller &caller, AppId app, AppCallId id)
{
    m_apps.get(caller, app);
    const auto call = m_store.find(app, id);
    if (!call)
        throw Problem::notFound();
    AppCallDetail detail;
    detail.call = *call;
    detail.requestBody = call->requestBody;
    detail.answerBody = call->answerBody;
    detail.curl = curlLine(*call, m_server);
    detail.docs = docsOf(*call, m_server);
    return detail;
}

QList<AppErrorCount> RequestLog::errors(const Caller &caller, AppId app)
{
    m_apps.get(caller, app);
    QList<AppErrorCount> errors = m_store.errors(app, Times::now().addDays(-1), mostCodes);
    for (AppErrorCount &error : errors)
        error.docs = m_server + u"/docs/errors"_s + (error.code.isEmpty() ? QString() : u"#error-"_s + error.code);
    return errors;
}

QList<AppCall> RequestLog::search(const Caller &caller, const QString &requestId)
{
    if (requestId.isEmpty())
        throw Problem::invalid(u"?request_id"_s, u"required"_s, u"This is required."_s);
    if (requestId.size() > longestId)
        throw Problem::invalid(u"?request_id"_s, u"too_long"_s, u"Must have at most %1 characters."_s.arg(longestId));
    const QList<AppCall> calls = m_store.withRequestId(requestId, mostFound);
    Transaction transaction(m_database);
    m_audit.record(caller,
                   {.action = AuditEntry::Action::SupportSearched,
                    .detail = {{u"request_id"_s, requestId}, {u"found"_s, calls.size()}}});
    transaction.commit();
    return calls;
}
