// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"
#include "server/identity/federation/openidmetadata.h"

/// An OpenID Connect provider (OpenID Connect Core 1.0). The proof is an ID token, or a code that is exchanged for one.
class OpenidSource : public IdentitySource
{
public:
    OpenidSource(const IdentityProvider &provider, const WebClient &web, OpenidMetadata &metadata)
        : IdentitySource(provider, web)
        , m_metadata(metadata)
    {
    }

    QUrl authorizationEndpoint() override { return m_metadata.document(m_provider).authorizationEndpoint; }
    QUrl authorizationUrl(const AuthorizationStart &start) override;
    bool namesIssuer() override { return m_metadata.document(m_provider).namesIssuer; }
    FederatedPerson person(const ProviderProof &proof) override;

private:
    ProviderAnswer tokensFor(const ProviderProof &proof);
    QJsonObject claimsOf(const QString &idToken, const QString &nonce);
    void completeByUserInfo(QJsonObject &claims, const QString &accessToken);

    OpenidMetadata &m_metadata;
};
