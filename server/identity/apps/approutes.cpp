// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/identity/apps/appservice.h"
#include "server/identity/apps/usageservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Apps";

App::Status statusOf(const Call &call)
{
    const QString status = call.arg(u"app_status");
    if (status == u"active"_s)
        return App::Status::Active;
    if (status == u"inactive"_s)
        return App::Status::Inactive;
    throw Problem::invalid(u"/app_status"_s, u"not_allowed"_s, u"The status must be active or inactive."_s);
}

/// Returns the account whose apps are requested. The default is the caller's own account, which an app does not have.
AccountId accountOf(const Call &call)
{
    const QString text = call.query(u"account_id"_s);
    if (text.isEmpty() && call.caller.accountId.isNull())
        throw Problem::invalid(u"?account_id"_s, u"required"_s, u"An app must name an account."_s);
    const auto account = text.isEmpty() ? std::optional(call.caller.accountId) : AccountId::parse(text);
    return account ? *account : throw Problem::notFound();
}

/// Returns an app with its usage. The usage is not part of the state that `If-Match` protects.
Reply replyWithUsage(const App &app, UsageService &usage)
{
    Reply reply = replyWith(usage.withUsage(app));
    reply.headers.append("ETag", entityTag(toJson(app), reply.body));
    return reply;
}

RouteTable ownRoutes(AppService &apps, UsageService &usage)
{
    return {
        {
            .method = Method::Post,
            .path = u"/apps"_s,
            .caller = Callers::user(Scope::Apps, User::Role::Developer),
            .tag = tag,
            .summary = u"Register an app, in the portal only (its key is shown only once)"_s,
            .body = &App::staticMetaObject,
            .reply = &NewApp::staticMetaObject,
            .status = 201,
            .handle =
                [&apps, &usage](const Call &call) {
                    NewApp made = apps.add(call.caller, call.body<App>());
                    const Reply app = replyWithUsage(made.app, usage);
                    made.app = usage.withUsage(made.app);
                    Reply reply = replyWith(made, 201);
                    reply.headers.append("ETag", app.headers.value("ETag"));
                    return reply;
                },
            .location = u"/apps/:app_id"_s,
        },
        {
            .method = Method::Get,
            .path = u"/apps"_s,
            .caller = Callers::user(Scope::AppsRead).orManagement(),
            .tag = tag,
            .summary = u"List apps of the caller's account (staff: of any account)"_s,
            .query = {{u"account_id"_s, u"Account ID (default: the caller's account)"_s}},
            .reply = &App::staticMetaObject,
            .list = true,
            .handle =
                [&apps, &usage](const Call &call) {
                    return pageOf(call, usage.withUsage(apps.list(call.caller, accountOf(call))), &App::createdAt,
                                  &App::appId);
                },
        },
        {
            .method = Method::Get,
            .path = u"/apps/:app_id"_s,
            .caller = Callers::user(Scope::AppsRead).orManagement(),
            .tag = tag,
            .summary = u"Get an app"_s,
            .reply = &App::staticMetaObject,
            .handle =
                [&apps, &usage](const Call &call) {
                    return replyWithUsage(apps.get(call.caller, call.id<AppId>(u"app_id")), usage);
                },
        },
        {
            .method = Method::Put,
            .path = u"/apps/:app_id"_s,
            .caller = Callers::user(Scope::Apps),
            .tag = tag,
            .summary = u"Update an app (redirect URIs and origins in the portal only)"_s,
            .body = &App::staticMetaObject,
            .patch = true,
            .reply = &App::staticMetaObject,
            .conditional = true,
            .handle =
                [&apps, &usage](const Call &call) {
                    return replyWithUsage(apps.update(call.caller, call.id<AppId>(u"app_id"), call.precondition(),
                                                      [&](App &app) { call.patch(app); }),
                                          usage);
                },
        },
    };
}

RouteTable governingRoutes(AppService &apps, UsageService &usage)
{
    return {
        {
            .method = Method::Put,
            .path = u"/apps/:app_id/status/:app_status"_s,
            .caller = Callers::user(Scope::Apps).orManagement(),
            .tag = tag,
            .summary = u"Activate or deactivate an app (deactivating revokes its tokens)"_s,
            .pathValues = {Parameters::oneOf(u"app_status"_s, u"The new status"_s, {u"active"_s, u"inactive"_s})},
            .reply = &App::staticMetaObject,
            .conditional = true,
            .handle =
                [&apps, &usage](const Call &call) {
                    return replyWithUsage(
                        apps.setStatus(call.caller, call.id<AppId>(u"app_id"), call.precondition(), statusOf(call)),
                        usage);
                },
        },
        {
            .method = Method::Put,
            .path = u"/apps/:app_id/key"_s,
            .caller = Callers::user(Scope::Apps).orManagement(),
            .tag = tag,
            .summary = u"Create a new key, in the portal or by management (the current key stays valid for a time)"_s,
            .body = &KeyRotation::staticMetaObject,
            .bodyOptional = true,
            .reply = &RotatedKey::staticMetaObject,
            .conditional = true,
            .handle =
                [&apps](const Call &call) {
                    const auto wanted = call.request.body.isEmpty() ? KeyRotation() : call.body<KeyRotation>();
                    return replyWith(apps.rotateKey(call.caller, call.id<AppId>(u"app_id"), call.precondition(),
                                                    std::chrono::seconds(wanted.graceSeconds)));
                },
        },
        {
            .method = Method::Get,
            .path = u"/apps/:app_id/keys"_s,
            .caller = Callers::user(Scope::AppsRead).orManagement(),
            .tag = tag,
            .summary = u"List the valid keys of an app, without their secrets"_s,
            .reply = &AppKey::staticMetaObject,
            .list = true,
            .handle =
                [&apps](const Call &call) {
                    return pageOf(call, apps.keys(call.caller, call.id<AppId>(u"app_id")), &AppKey::createdAt,
                                  &AppKey::keyId);
                },
        },
        {
            .method = Method::Delete,
            .path = u"/apps/:app_id"_s,
            .caller = Callers::user(Scope::Apps),
            .tag = tag,
            .summary = u"Delete an app with its keys and tokens"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&apps](const Call &call) {
                    apps.remove(call.caller, call.id<AppId>(u"app_id"), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable appRoutes(AppService &apps, UsageService &usage)
{
    return ownRoutes(apps, usage) + governingRoutes(apps, usage);
}
