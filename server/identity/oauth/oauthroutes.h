// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/identity/oauth/clients.h"

#include <QJsonObject>

#include <memory>

class Consents;
class DeviceAuthorizations;
class IdTokens;
class SigningKeys;
class TokenEndpoint;

struct OAuthServices
{
    TokenEndpoint &tokens;
    IdTokens &idTokens;
    SigningKeys &keys;
    Consents &consents;
    std::shared_ptr<DeviceAuthorizations> devices;
    Clients clients;
    QString issuer; ///< issuer identifier of the server, without a trailing slash
};

/// The routes of OAuth 2.1 and OpenID Connect for programs. The pages for people are in pageRoutes().
RouteTable oauthRoutes(const OAuthServices &services);

/// Returns the authorization server metadata: RFC 8414 and OpenID Connect Discovery 1.0 in one document.
QJsonObject authorizationServerMetadata(const QString &issuer);
