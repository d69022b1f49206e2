// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/signinprovider.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

/// An identity provider as the operator has configured it (`--identity-providers`, see docs/operation.md). It is never
/// sent to a client as it is, because it contains the client secret.
class IdentityProvider
{
    Q_GADGET
    Q_CLASSINFO("id.pattern", "^[a-z0-9][a-z0-9-]{0,31}$")
    Q_CLASSINFO("title.min", "1")
    Q_CLASSINFO("title.max", "100")
    Q_CLASSINFO("clientId.min", "1")
    Q_CLASSINFO("clientId.max", "500")
    Q_CLASSINFO("clientSecret.max", "2000")
    Q_PROPERTY(QString id MEMBER id REQUIRED)
    Q_PROPERTY(QString title MEMBER title REQUIRED)
    Q_PROPERTY(SignInProvider::Kind kind MEMBER kind REQUIRED)
    Q_PROPERTY(QString issuer MEMBER issuer)
    Q_PROPERTY(QString clientId MEMBER clientId REQUIRED)
    Q_PROPERTY(QString clientSecret MEMBER clientSecret)
    Q_PROPERTY(QStringList scopes MEMBER scopes)
    Q_PROPERTY(QStringList authorizedParties MEMBER authorizedParties)
    Q_PROPERTY(bool trustEmail MEMBER trustEmail)
    Q_PROPERTY(bool linkByEmail MEMBER linkByEmail)
    Q_PROPERTY(QUrl authorizationUrl MEMBER authorizationUrl)
    Q_PROPERTY(QUrl tokenUrl MEMBER tokenUrl)
    Q_PROPERTY(QUrl userInfoUrl MEMBER userInfoUrl)
    Q_PROPERTY(QUrl debugTokenUrl MEMBER debugTokenUrl)

public:
    using Kind = SignInProvider::Kind;

    QString id; ///< used in addresses and stored with each identity: must never change
    QString title; ///< text of the button
    Kind kind = Kind::Openid;
    QString issuer; ///< issuer identifier of OpenID Connect, compared exactly
    QString clientId;
    QString clientSecret;
    QStringList scopes;
    QStringList
        authorizedParties; ///< other clients of the operator whose ID tokens for this client are accepted (`azp`)
    bool trustEmail = false; ///< addresses count as verified even if the provider does not say so
    bool linkByEmail = true; ///< a verified address signs in to the account that has it
    QUrl authorizationUrl; ///< these addresses come from discovery for OpenID Connect, and are built in for the other
                           ///< kinds
    QUrl tokenUrl;
    QUrl userInfoUrl;
    QUrl debugTokenUrl; ///< only for Facebook
};
