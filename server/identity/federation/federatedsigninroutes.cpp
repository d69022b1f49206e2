// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/federatedsigninroutes.h"

#include "server/identity/federation/federatedsignin.h"
#include "server/identity/oauth/pages.h"

using namespace Qt::StringLiterals;

RouteTable federatedSignInRoutes(FederatedSignIn &signIn, const Pages &pages)
{
    const auto step = [&pages](const QString &path, const QString &summary, const QList<QueryParameter> &query,
                               std::function<Reply(const Call &)> handle) {
        return Route{
            .method = Method::Get,
            .path = path,
            .caller = Callers::anyone(),
            .tag = u"Sign-in pages",
            .summary = summary,
            .query = query,
            .status = 303,
            .runs = Runs::OnNetworkPool,
            .handle = std::move(handle),
            .atRoot = true,
            .openQuery = true, // that of /oauth/authorize there, and whatever a provider adds here
            .refuse = [&pages](const Problem &problem,
                               const Request &request) { return pages.refusal(problem, request); },
        };
    };
    return {
        step(u"/oauth/federated/:provider"_s, u"Go to another provider to sign in"_s,
             {{u"client_id"_s, u"The app_id; with it the other parameters of /oauth/authorize"_s}},
             [&signIn](const Call &call) { return signIn.begin(call); }),
        step(u"/oauth/federated/:provider/callback"_s, u"Come back from there"_s,
             {{u"state"_s, u"As this server has given it to the browser"_s},
              {u"code"_s, u"Of the provider"_s},
              {u"error"_s, u"In its place (RFC 6749, 4.1.2.1)"_s},
              {u"iss"_s, u"Who the provider is (RFC 9207)"_s}},
             [&signIn](const Call &call) { return signIn.finish(call); }),
    };
}
