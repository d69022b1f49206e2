// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/providerproof.h"
#include "server/identity/federation/providercalls.h"

#include <QDateTime>

#include <memory>

class OpenidMetadata;

/// The parameters with which a browser is sent to the provider.
struct AuthorizationStart
{
    QString redirectUri;
    QString state;
    QString nonce;
    QString codeVerifier; ///< PKCE verifier; only its hash is sent (RFC 7636)
    QString loginHint; ///< email address of the user to sign in; may be empty
    bool askAgain = false; ///< the user must sign in again, even if they are signed in at the provider
};

/// A person as a provider describes them.
struct FederatedPerson
{
    QString subject; ///< the provider's ID of the person; never reassigned
    QString formerSubject; ///< an earlier ID of the same person; usually empty
    QString email;
    bool emailVerified = false; ///< the provider confirms that the person receives mail at this address
    QString name;
    QString locale;
    QString proof; ///< what of the proof may be used once: the nonce of an ID token, or the token itself; empty: the
                   ///< provider sees to that, as with a code
    QDateTime proofExpiresAt;
};

/// The protocol of one kind of provider. Requests to the provider block.
/// Thread: the network pool.
class IdentitySource
{
public:
    static std::unique_ptr<IdentitySource> of(const IdentityProvider &provider, const WebClient &web,
                                              OpenidMetadata &openid);
    virtual ~IdentitySource() = default;
    Q_DISABLE_COPY_MOVE(IdentitySource)

    /// Returns the address of the provider's sign-in page, without parameters.
    /// Throws: like ProviderCalls.
    virtual QUrl authorizationEndpoint() = 0;
    /// Returns the address of the sign-in page with the parameters of one sign-in.
    virtual QUrl authorizationUrl(const AuthorizationStart &start) = 0;
    /// Returns whether the provider identifies itself when it sends a browser back (RFC 9207). If so, it must.
    virtual bool namesIssuer() { return false; }
    /// Returns whether a response without a code and without an error means that the user has cancelled.
    virtual bool cancelsInSilence() const { return false; }
    /// Returns the person that the proof is about.
    /// Throws: Problem 401 `identity_refused` for an invalid proof, 422 for a proof that this kind does not accept; and
    /// like ProviderCalls.
    virtual FederatedPerson person(const ProviderProof &proof) = 0;

protected:
    IdentitySource(const IdentityProvider &provider, const WebClient &web)
        : m_provider(provider)
        , m_calls(web, provider)
    {
    }

    /// Requires exactly one proof, of a kind in `taken` (`/code` and the like).
    /// Throws: Problem 422.
    static void requireOneOf(const ProviderProof &proof, const QStringList &taken);
    static void require(const QString &value, const QString &pointer);

    const IdentityProvider &m_provider;
    const ProviderCalls m_calls;
};
