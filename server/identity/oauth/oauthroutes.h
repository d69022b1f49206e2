// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class Consents;
class IdTokens;
class SigningKeys;
class TokenEndpoint;

struct OAuthServices
{
    TokenEndpoint &tokens;
    IdTokens &idTokens;
    SigningKeys &keys;
    Consents &consents;
    QString issuer; ///< issuer identifier of the server, without a trailing slash
};

/// The routes of OAuth 2.1 and OpenID Connect for programs. The pages for people are in pageRoutes().
RouteTable oauthRoutes(const OAuthServices &services);
