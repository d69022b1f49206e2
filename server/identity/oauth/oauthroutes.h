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
    QString issuer; ///< the address that clients know this server by, without a slash at the end
};

/// What programs speak of OAuth 2.1 and OpenID Connect; the pages for people are authorizeRoutes().
RouteTable oauthRoutes(const OAuthServices &services);
