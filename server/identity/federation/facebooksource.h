// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"

/// Facebook Login (Graph API). It is OAuth 2 with these differences:
///
/// - The Graph API version is part of every address.
/// - `/me` accepts tokens of any app, so each token is first checked with `debug_token`: is it valid, and was it issued
///   for this client?
/// - Requests carry `appsecret_proof`, an HMAC of the token, so that a stolen token is useless without the client
///   secret.
/// - Errors are an object `error` with `type` and `code`.
/// - The user info may contain an address, but Facebook does not say whether it was verified, so it never counts as
///   verified.
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
