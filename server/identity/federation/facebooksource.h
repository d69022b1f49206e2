// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"

/// Facebook Login (the Graph API), which is OAuth 2 with these particulars:
///
/// - the Graph's version is part of every address
/// - a token of any app opens `/me`, so each is first held against `debug_token`: is it valid, and made for our app?
/// - calls carry `appsecret_proof`, an HMAC of the token, so that a stolen one is worth nothing without our secret
/// - errors are an object `error` with `type` and `code`
/// - an address may be there, but Facebook does not say that it was verified, so it is never taken for that
class FacebookSource : public IdentitySource
{
public:
    FacebookSource(const IdentityProvider &provider, const WebClient &web)
        : IdentitySource(provider, web)
    {
    }

    QUrl authorizationEndpoint() override { return m_provider.authorizationUrl; }
    QUrl authorizationUrl(const AuthorizationStart &start) override;
    FederatedPerson person(const ProviderProof &proof) override;

private:
    QString tokenFor(const ProviderProof &proof) const;
    QString ownerOf(const QString &token) const;
};
