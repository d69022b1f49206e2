// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What another provider issued about somebody: one of ID token, code and access token, whichever the provider's kind
/// takes.
class ProviderProof
{
    Q_GADGET
    Q_CLASSINFO("provider.max", "32")
    Q_CLASSINFO("provider.doc", "Of those that `GET /accounts/login/others` lists.")
    Q_CLASSINFO("idToken.max", "20000")
    Q_CLASSINFO("idToken.doc", "OpenID Connect: the ID token that the provider issued for `client_id`.")
    Q_CLASSINFO("accessToken.max", "4000")
    Q_CLASSINFO("accessToken.doc", "Facebook: a user's access token of this server's app there.")
    Q_CLASSINFO("code.max", "2000")
    Q_CLASSINFO("code.doc", "The authorization code, with what it was asked for with.")
    Q_CLASSINFO("codeVerifier.pattern", "^[A-Za-z0-9._~-]{43,128}$")
    Q_CLASSINFO("codeVerifier.doc", "PKCE (RFC 7636); required with a code of OpenID Connect.")
    Q_CLASSINFO("redirectUri.max", "2000")
    Q_CLASSINFO("nonce.max", "200")
    Q_CLASSINFO("nonce.doc", "Where the sign-in was begun with one: the ID token must carry it.")
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

/// A sign-in with it.
class ProviderLogin : public ProviderProof
{
    Q_GADGET
    Q_CLASSINFO("scope.max", "1000")
    Q_CLASSINFO("scope.doc", "Names separated by spaces; nothing: all that the user has.")
    Q_PROPERTY(QString scope MEMBER scope)

public:
    QString scope;
};
