// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/identity/apps/appservice.h"
#include "server/identity/apps/usageservice.h"

using namespace Qt::StringLiterals;

namespace {
QDate dayOf(const Call &call, const QString &name)
{
    const QString text = call.query(name);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid())
        throw Problem::invalid(u'?' + name, u"malformed"_s, u"This must be a date in the form YYYY-MM-DD."_s);
    return day;
}
}

RouteTable usageRoutes(AppService &apps, UsageService &usage)
{
    return {{
        .method = Method::Get,
        .path = u"/apps/:app_id/usage"_s,
        .caller = Callers::user(Scope::AppsRead).orManagement(),
        .tag = u"Apps",
        .summary = u"List the calls of an app by day (UTC)"_s,
        .query = {Parameters::day(u"from"_s, u"First day (default: 29 days before the last)"_s),
                  Parameters::day(u"to"_s, u"Last day (default: today). Days to come are not listed."_s)},
        .reply = &UsageDay::staticMetaObject,
        .list = true,
        .handle =
            [&apps, &usage](const Call &call) {
                const App app = apps.get(call.caller, call.id<AppId>(u"app_id"));
                return pageOf(call, usage.days(app.appId, dayOf(call, u"from"_s), dayOf(call, u"to"_s)),
                              &UsageDay::day);
            },
    }};
}
