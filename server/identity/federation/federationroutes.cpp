// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/identity/federation/federationservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";
}

RouteTable federationRoutes(FederationService &federation)
{
    return {
        {
            .method = Method::Get,
            .path = u"/accounts/login/others"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"List the external providers that users can sign in with"_s,
            .reply = &SignInProvider::staticMetaObject,
            .list = true,
            .runs = Runs::OnNetworkPool,
            .handle = [&federation](
                          const Call &call) { return pageOf(call, federation.providers(), &SignInProvider::provider); },
        },
        {
            .method = Method::Put,
            .path = u"/accounts/login/others"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Sign in with a code or token of an external provider"_s,
            .body = &ProviderLogin::staticMetaObject,
            .reply = &TokenPair::staticMetaObject,
            .runs = Runs::OnNetworkPool,
            .limit = Limit::SignIn,
            .handle =
                [&federation](const Call &call) {
                    return replyWith(federation.login(call.caller, call.body<ProviderLogin>()));
                },
        },
        {
            .method = Method::Get,
            .path = u"/accounts/:account_id/identities"_s,
            .caller = Callers::user(Scope::AccountRead),
            .tag = tag,
            .summary = u"List the caller's linked identities"_s,
            .reply = &Identity::staticMetaObject,
            .list = true,
            .handle =
                [&federation](const Call &call) {
                    return pageOf(call, federation.identities(call.caller, call.id<AccountId>(u"account_id")),
                                  &Identity::linkedAt, &Identity::provider);
                },
        },
        {
            .method = Method::Post,
            .path = u"/accounts/:account_id/identities"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Link an identity for signing in (apps other than the portal must send the password)"_s,
            .body = &IdentityLink::staticMetaObject,
            .reply = &Identity::staticMetaObject,
            .status = 201,
            .runs = Runs::OnNetworkPool,
            .handle =
                [&federation](const Call &call) {
                    return replyWith(
                        federation.link(call.caller, call.id<AccountId>(u"account_id"), call.body<IdentityLink>()),
                        201);
                },
        },
        {
            .method = Method::Delete,
            .path = u"/accounts/:account_id/identities/:provider"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Unlink an identity (not the last way to sign in), and end the other sessions"_s,
            .status = 204,
            .handle =
                [&federation](const Call &call) {
                    federation.unlink(call.caller, call.id<AccountId>(u"account_id"), call.arg(u"provider"));
                    return Reply::noContent();
                },
        },
    };
}
