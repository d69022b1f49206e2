// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/supportconsole.h"

#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"
#include "server/identity/access/supportaccess.h"
#include "server/identity/apps/usageservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Support";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }

Reply listed(SupportAccess &access, const Call &call)
{
    const auto page = PageRequest::from(call);
    const auto found = access.list(call.caller, accountOf(call), page);
    return pageOf<SupportGrant>(
        call, page, found.grants, [](const SupportGrant &grant) { return QJsonArray{grant.grantId.toString()}; },
        found.total);
}

RouteTable consoleRoutes(SupportConsole &console, UsageService &usage)
{
    const Access staff = Callers::user(Scope::AccountRead, User::Role::Support);
    return {
        {
            .method = Method::Get,
            .path = u"/support/search"_s,
            .caller = staff,
            .tag = tag,
            .summary = u"Search accounts, users, apps, devices, orders, and requests; returns at most 50 hits"_s,
            .query = {{u"q"_s, u"An ID, an email address, a phone number, a request ID, or words of a name"_s}},
            .reply = &SupportHit::staticMetaObject,
            .list = true,
            .runs = Runs::OnFilePool, // after an upgrade, the first search writes all terms
            .handle =
                [&console](const Call &call) {
                    return pageOf(call, console.search(call.caller, QueryValues::text(call, u"q"_s)), &SupportHit::id);
                },
        },
        {
            .method = Method::Get,
            .path = u"/support/accounts/:account_id"_s,
            .caller = staff,
            .tag = tag,
            .summary = u"Get an overview of an account, without secrets"_s,
            .reply = &SupportOverview::staticMetaObject,
            .handle =
                [&console, &usage](const Call &call) {
                    SupportOverview overview = console.overview(call.caller, accountOf(call));
                    overview.apps = usage.withUsage(overview.apps);
                    return replyWith(overview);
                },
        },
    };
}

RouteTable accessRoutes(SupportAccess &access)
{
    const QString path = u"/accounts/:account_id/support-access"_s;
    return {
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::AccountRead),
            .tag = tag,
            .summary = u"List the grants of support access to the account's pictures"_s,
            .reply = &SupportGrant::staticMetaObject,
            .list = true,
            .handle = [&access](const Call &call) { return listed(access, call); },
        },
        {
            .method = Method::Post,
            .path = path,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Grant support access to the account's pictures for hours (main user only, in the portal)"_s,
            .body = &NewSupportGrant::staticMetaObject,
            .reply = &SupportGrant::staticMetaObject,
            .status = 201,
            .handle =
                [&access](const Call &call) {
                    return replyWith(access.grant(call.caller, accountOf(call), call.body<NewSupportGrant>()), 201);
                },
        },
        {
            .method = Method::Delete,
            .path = path,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Revoke support access to the account's pictures (main user only, in the portal)"_s,
            .status = 204,
            .handle =
                [&access](const Call &call) {
                    access.end(call.caller, accountOf(call));
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable supportRoutes(SupportConsole &console, SupportAccess &access, UsageService &usage)
{
    return consoleRoutes(console, usage) + accessRoutes(access);
}
