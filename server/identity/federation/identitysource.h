// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/providerproof.h"
#include "server/identity/federation/providercalls.h"

#include <memory>

class OpenidMetadata;

/// What a browser is sent to the provider with, and comes back with.
struct AuthorizationStart
{
    QString redirectUri;
    QString state;
    QString nonce;
    QString codeVerifier; ///< of PKCE; what is sent is its hash (RFC 7636)
    QString loginHint; ///< the address of the person who is meant, perhaps
    bool askAgain = false; ///< also whoever is signed in at the provider has to sign in again
};

/// Whom a provider has told us of.
struct FederatedPerson
{
    QString subject; ///< the provider's own id of the person; never given to another
    QString formerSubject; ///< by which the provider may have named the same person before; mostly empty
    QString email;
    bool emailVerified = false; ///< the provider stands for it that the person reads mail at this address
    QString name;
    QString locale;
};

/// One kind of provider, as it speaks. Blocks while it asks the provider: only on the network pool.
class IdentitySource
{
public:
    static std::unique_ptr<IdentitySource> of(const IdentityProvider &provider, const WebClient &web,
                                              OpenidMetadata &openid);
    virtual ~IdentitySource() = default;
    Q_DISABLE_COPY_MOVE(IdentitySource)

    /// Where people are sent to sign in, without parameters. Throws Problem as ProviderCalls does.
    virtual QUrl authorizationEndpoint() = 0;
    /// The same with everything that one sign-in needs.
    virtual QUrl authorizationUrl(const AuthorizationStart &start) = 0;
    /// Whether the provider says who it is when it sends a browser back (RFC 9207): then it must.
    virtual bool namesIssuer() { return false; }
    /// Whether a browser that comes back with neither a code nor an error brings the word that the person went away.
    virtual bool cancelsInSilence() const { return false; }
    /// Who it is that the proof is about. Throws Problem: 401 `identity_refused` where it does not hold, 422 where it
    /// is none that this kind takes, and as ProviderCalls does.
    virtual FederatedPerson person(const ProviderProof &proof) = 0;

protected:
    IdentitySource(const IdentityProvider &provider, const WebClient &web)
        : m_provider(provider)
        , m_calls(web, provider)
    {
    }

    /// Throws Problem 422 unless exactly one proof was sent, of those that the kind takes (`/code` and the like).
    static void requireOneOf(const ProviderProof &proof, const QStringList &taken);
    static void require(const QString &value, const QString &pointer);

    const IdentityProvider &m_provider;
    const ProviderCalls m_calls;
};
