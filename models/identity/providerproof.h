// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// A user's credential from a sign-in provider: an ID token, a code, or an access token, depending on the provider.
class ProviderProof
{
    Q_GADGET
    Q_CLASSINFO("provider.max", "32")
    Q_CLASSINFO("provider.doc", "Id of a provider that `GET /accounts/login/others` lists.")
    Q_CLASSINFO("idToken.max", "20000")
    Q_CLASSINFO("idToken.doc", "OpenID Connect: an ID token that the provider issued for `client_id`.")
    Q_CLASSINFO("accessToken.max", "4000")
    Q_CLASSINFO("accessToken.doc", "Facebook: the user's access token for this server's Facebook app.")
    Q_CLASSINFO("code.max", "2000")
    Q_CLASSINFO("code.doc",
                "The authorization code, with the `redirect_uri` and `code_verifier` it was requested with.")
    Q_CLASSINFO("codeVerifier.pattern", "^[A-Za-z0-9._~-]{43,128}$")
    Q_CLASSINFO("codeVerifier.doc", "PKCE verifier (RFC 7636). Required with a code of OpenID Connect.")
    Q_CLASSINFO("redirectUri.max", "2000")
    Q_CLASSINFO("nonce.max", "200")
    Q_CLASSINFO("nonce.doc", "The nonce of the authorization request. It must be that of the ID token, and does once.")
    Q_PROPERTY(QString provider MEMBER provider REQUIRED)
    Q_PROPERTY(QString idToken MEMBER idToken)
    Q_PROPERTY(QString accessToken MEMBER accessToken)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString codeVerifier MEMBER codeVerifier)
    Q_PROPERTY(QString redirectUri MEMBER redirectUri)
    Q_PROPERTY(QString nonce MEMBER nonce)

public:
    QString provider;
    QString idToken;
    QString accessToken;
    QString code;
    QString codeVerifier;
    QString redirectUri;
    QString nonce;
};

/// A request to link the identity that a credential is about.
class IdentityLink : public ProviderProof
{
    Q_GADGET
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The user's password. Every app but the portal must send it.")
    Q_PROPERTY(QString password MEMBER password)

public:
    QString password;
};

/// A sign-in with a provider's credential.
class ProviderLogin : public ProviderProof
{
    Q_GADGET
    Q_CLASSINFO("scope.max", "1000")
    Q_CLASSINFO("scope.doc", "Requested scopes, separated by spaces; empty: all scopes of the user.")
    Q_PROPERTY(QString scope MEMBER scope)

public:
    QString scope;
};
