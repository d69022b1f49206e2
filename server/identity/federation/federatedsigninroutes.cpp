// SPDX-License-Identifier: GPL-3.0-or-later
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
            .safe = false,
            .openQuery = true, // carries the query of /oauth/authorize and parameters of the provider
            .refuse = [&pages](const Problem &problem,
                               const Request &request) { return pages.refusal(problem, request); },
            .refusalType = u"text/html"_s,
        };
    };
    return {
        step(u"/oauth/federated/:provider"_s, u"Go to an external provider to sign in"_s,
             {{u"client_id"_s, u"ID of the app (app_id), followed by the other parameters of /oauth/authorize"_s}},
             [&signIn](const Call &call) { return signIn.begin(call); }),
        step(u"/oauth/federated/:provider/callback"_s, u"Return from an external provider"_s,
             {{u"state"_s, u"State that this server gave to the browser"_s},
              {u"code"_s, u"Code issued by the provider"_s},
              {u"error"_s, u"Error in place of a code (RFC 6749, 4.1.2.1)"_s},
              {u"iss"_s, u"Issuer identifier of the provider (RFC 9207)"_s}},
             [&signIn](const Call &call) { return signIn.finish(call); }),
    };
}
