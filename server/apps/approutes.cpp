// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/apps/approutes.h"

#include "server/apps/appservice.h"
#include "server/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Apps";
}

RouteTable appRoutes(AppService &apps)
{
    return {
        {
            .method = Method::Post,
            .path = u"/apps"_s,
            .caller = Callers::user(Scope::Apps, User::Role::Developer),
            .tag = tag,
            .summary = u"Register an app; its key is shown once"_s,
            .body = &App::staticMetaObject,
            .reply = &NewApp::staticMetaObject,
            .status = 201,
            .handle = [&apps](const Call &call) { return replyWith(apps.add(call.caller, call.body<App>()), 201); },
        },
        {
            .method = Method::Get,
            .path = u"/apps"_s,
            .caller = Callers::user(Scope::AppsRead),
            .tag = tag,
            .summary = u"List the caller's apps"_s,
            .reply = &App::staticMetaObject,
            .list = true,
            .handle = [&apps](const Call &call) { return pageOf(call, apps.list(call.caller)); },
        },
        {
            .method = Method::Get,
            .path = u"/apps/:app_id"_s,
            .caller = Callers::user(Scope::AppsRead).orManagement(),
            .tag = tag,
            .summary = u"Get an app"_s,
            .reply = &App::staticMetaObject,
            .handle = [&apps](const Call &call) { return replyWith(apps.get(call.caller, call.id<AppId>(u"app_id"))); },
        },
        {
            .method = Method::Put,
            .path = u"/apps/:app_id"_s,
            .caller = Callers::user(Scope::Apps),
            .tag = tag,
            .summary = u"Change an app"_s,
            .body = &App::staticMetaObject,
            .reply = &App::staticMetaObject,
            .handle =
                [&apps](const Call &call) {
                    return replyWith(apps.update(call.caller, call.id<AppId>(u"app_id"), call.precondition(),
                                                 [&](App &app) { call.patch(app); }));
                },
        },
        {
            .method = Method::Put,
            .path = u"/apps/:app_id/status/:app_status"_s,
            .caller = Callers::user(Scope::Apps).orManagement(),
            .tag = tag,
            .summary = u"Activate or deactivate an app"_s,
        },
        {
            .method = Method::Put,
            .path = u"/apps/:app_id/key"_s,
            .caller = Callers::user(Scope::Apps).orManagement(),
            .tag = tag,
            .summary = u"Make a new key; the old one serves on for a while"_s,
        },
        {
            .method = Method::Delete,
            .path = u"/apps/:app_id"_s,
            .caller = Callers::user(Scope::Apps),
            .tag = tag,
            .summary = u"Remove an app"_s,
        },
    };
}
