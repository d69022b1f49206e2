// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/scope.h"
#include "server/core/http/pagelanguage.h"
#include "server/identity/oauth/deviceauthorizations.h"
#include "server/identity/oauth/oauthroutes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

QJsonObject authorizationServerMetadata(const QString &issuer)
{
    const QJsonArray byKey{u"client_secret_basic"_s, u"client_secret_post"_s};
    QJsonArray orPublic = byKey;
    orPublic += u"none"_s;
    return {
        {u"issuer"_s, issuer},
        {u"authorization_endpoint"_s, issuer + u"/oauth/authorize"_s},
        {u"token_endpoint"_s, issuer + u"/v1/accounts/authorize"_s},
        {u"device_authorization_endpoint"_s, issuer + u"/oauth/device_authorization"_s},
        {u"end_session_endpoint"_s, issuer + u"/oauth/logout"_s},
        {u"revocation_endpoint"_s, issuer + u"/oauth/revoke"_s},
        {u"introspection_endpoint"_s, issuer + u"/oauth/introspect"_s},
        {u"userinfo_endpoint"_s, issuer + u"/oauth/userinfo"_s},
        {u"jwks_uri"_s, issuer + u"/oauth/jwks"_s},
        {u"scopes_supported"_s,
         QJsonArray::fromStringList(scopeNames(identityScopes()) + scopeNames(userScopes() | Scope::Manage))},
        {u"response_types_supported"_s, QJsonArray{u"code"_s}},
        {u"response_modes_supported"_s, QJsonArray{u"query"_s}},
        {u"grant_types_supported"_s,
         QJsonArray{u"authorization_code"_s, u"refresh_token"_s, u"client_credentials"_s,
                    QLatin1StringView(DeviceAuthorizations::grantType)}},
        {u"token_endpoint_auth_methods_supported"_s, orPublic},
        {u"revocation_endpoint_auth_methods_supported"_s, orPublic},
        {u"introspection_endpoint_auth_methods_supported"_s, byKey},
        {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
        {u"authorization_response_iss_parameter_supported"_s, true},
        {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
        {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"ES256"_s}},
        {u"claims_supported"_s,
         QJsonArray{u"sub"_s, u"iss"_s, u"aud"_s, u"exp"_s, u"iat"_s, u"auth_time"_s, u"nonce"_s, u"at_hash"_s,
                    u"name"_s, u"locale"_s, u"zoneinfo"_s, u"updated_at"_s, u"email"_s, u"email_verified"_s,
                    u"phone_number"_s, u"phone_number_verified"_s}},
        {u"prompt_values_supported"_s, QJsonArray{u"none"_s, u"login"_s, u"consent"_s, u"select_account"_s}},
        {u"ui_locales_supported"_s, QJsonArray::fromStringList(languageTags())},
        {u"claims_parameter_supported"_s, false},
        {u"request_parameter_supported"_s, false},
        {u"request_uri_parameter_supported"_s, false},
    };
}
