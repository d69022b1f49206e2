// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/oauthroutes.h"

#include "server/core/http/call.h"
#include "server/core/http/paging.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/deviceauthorizations.h"
#include "server/identity/oauth/idtokens.h"
#include "server/identity/oauth/oautherror.h"
#include "server/identity/oauth/parameters.h"
#include "server/identity/oauth/tokenendpoint.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"OAuth";

Reply answer(const QJsonObject &json, const QByteArray &cacheControl)
{
    Reply reply = Reply::json(QJsonDocument(json).toJson(QJsonDocument::Compact));
    reply.headers.append("Cache-Control", cacheControl);
    return reply;
}

/// Tokens must not be cached (RFC 6749, 5.1).
constexpr char secret[] = "no-store";
constexpr char known[] = "public, max-age=300";

RouteTable discoveryRoutes(const OAuthServices &services)
{
    Route route{
        .method = Method::Get,
        .path = u"/.well-known/oauth-authorization-server"_s,
        .caller = Callers::anyone(),
        .tag = tag,
        .summary = u"Get the authorization server metadata (RFC 8414)"_s,
        .replyTypes = {u"application/json"_s},
        .handle = [issuer =
                       services.issuer](const Call &) { return answer(authorizationServerMetadata(issuer), known); },
        .atRoot = true,
    };
    Route openid = route;
    openid.path = u"/.well-known/openid-configuration"_s;
    openid.summary = u"Get the authorization server metadata (OpenID Connect Discovery)"_s;
    Route keys = route;
    keys.path = u"/oauth/jwks"_s;
    keys.summary = u"Get the public keys that verify ID tokens (RFC 7517)"_s;
    keys.handle = [&keys = services.keys](const Call &) { return answer(keys.published(), known); };
    return {route, openid, keys};
}

GrantedTokens granted(const OAuthServices &services, const Request &request)
{
    const auto parameters = OAuthParameters::ofBody(request);
    if (parameters.value(u"grant_type"_s) != QLatin1StringView(DeviceAuthorizations::grantType))
        return services.tokens.grant(request, services.issuer);
    Clients clients = services.clients;
    return services.devices->grant(clients.identified(request, parameters), parameters, request, services.issuer);
}

QJsonObject begun(const OAuthServices &services, const Request &request)
{
    const auto parameters = OAuthParameters::ofBody(request);
    Clients clients = services.clients;
    return services.devices->begin(clients.identified(request, parameters), parameters, request,
                                   services.issuer + u"/oauth/device"_s);
}

RouteTable tokenRoutes(const OAuthServices &services)
{
    const QStringList form{u"application/x-www-form-urlencoded"_s, u"application/json"_s};
    constexpr qint64 mostBytes = 1 << 16; // a stranger's form is read before the client is known
    return {
        {
            .method = Method::Post,
            .path = u"/accounts/authorize"_s,
            .caller = Callers::client(),
            .tag = tag,
            .summary = u"Get tokens for a code, a refresh token or an app's key (OAuth 2.1 token endpoint)"_s,
            .bodyTypes = form,
            .reply = &GrantedTokens::staticMetaObject,
            .limit = Limit::Token,
            .handle =
                [services](const Call &call) {
                    Reply reply = replyWith(granted(services, call.request));
                    reply.headers.append("Cache-Control", secret);
                    return reply;
                },
            .maxBody = mostBytes,
            .refuse = &OAuthError::reply,
            .refusalType = u"application/json"_s,
        },
        {
            .method = Method::Post,
            .path = u"/oauth/device_authorization"_s,
            .caller = Callers::client(),
            .tag = tag,
            .summary = u"Begin to connect a device without a browser (RFC 8628)"_s,
            .bodyTypes = form,
            .replyTypes = {u"application/json"_s},
            .limit = Limit::Code,
            .handle = [services](const Call &call) { return answer(begun(services, call.request), secret); },
            .maxBody = mostBytes,
            .atRoot = true,
            .refuse = &OAuthError::reply,
            .refusalType = u"application/json"_s,
        },
        {
            .method = Method::Post,
            .path = u"/oauth/revoke"_s,
            .caller = Callers::client(),
            .tag = tag,
            .summary = u"Revoke a token (RFC 7009)"_s,
            .bodyTypes = form,
            .replyTypes = {u"application/json"_s},
            .handle =
                [&tokens = services.tokens](const Call &call) {
                    tokens.revoke(call.request);
                    return answer({}, secret);
                },
            .maxBody = mostBytes,
            .atRoot = true,
            .refuse = &OAuthError::reply,
            .refusalType = u"application/json"_s,
        },
        {
            .method = Method::Post,
            .path = u"/oauth/introspect"_s,
            .caller = Callers::client(),
            .tag = tag,
            .summary = u"Get the state of a token of the app (RFC 7662)"_s,
            .bodyTypes = form,
            .replyTypes = {u"application/json"_s},
            .handle = [&tokens = services.tokens, issuer = services.issuer](
                          const Call &call) { return answer(tokens.introspect(call.request, issuer), secret); },
            .maxBody = mostBytes,
            .atRoot = true,
            .refuse = &OAuthError::reply,
            .refusalType = u"application/json"_s,
        },
    };
}

RouteTable userInfoRoutes(const OAuthServices &services)
{
    Route get{
        .method = Method::Get,
        .path = u"/oauth/userinfo"_s,
        .caller = Callers::user(Scope::Openid),
        .tag = tag,
        .summary = u"Get the claims about the token's user (OpenID Connect Core 1.0, 5.3)"_s,
        .replyTypes = {u"application/json"_s},
        .handle =
            [&idTokens = services.idTokens](const Call &call) {
                return answer(idTokens.userInfo(call.caller.userId, call.caller.scopes), secret);
            },
        .atRoot = true,
    };
    Route post = get;
    post.method = Method::Post;
    return {get, post};
}

RouteTable consentRoutes(const OAuthServices &services)
{
    return {
        {
            .method = Method::Get,
            .path = u"/accounts/:account_id/consents"_s,
            .caller = Callers::user(Scope::AccountRead),
            .tag = tag,
            .summary = u"List the scopes the caller has granted to apps"_s,
            .reply = &Consent::staticMetaObject,
            .list = true,
            .handle =
                [&consents = services.consents](const Call &call) {
                    return pageOf(call, consents.list(call.caller, call.id<AccountId>(u"account_id")),
                                  &Consent::givenAt, &Consent::appId);
                },
        },
        {
            .method = Method::Delete,
            .path = u"/accounts/:account_id/consents/:app_id"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Revoke the scopes granted to an app (ends its sessions)"_s,
            .status = 204,
            .handle =
                [&consents = services.consents](const Call &call) {
                    consents.withdraw(call.caller, call.id<AccountId>(u"account_id"), call.id<AppId>(u"app_id"));
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable oauthRoutes(const OAuthServices &services)
{
    return discoveryRoutes(services) + tokenRoutes(services) + userInfoRoutes(services) + consentRoutes(services);
}
