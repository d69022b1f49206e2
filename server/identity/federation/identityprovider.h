// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/signinprovider.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

/// Somebody who vouches for people, as the operator has configured it: `--identity-providers`, see docs/operation.md.
/// Never sent to a client as it is: it holds the secret.
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

    QString id; ///< in addresses, and beside each identity in the database: never to be changed
    QString title; ///< on the button
    Kind kind = Kind::Openid;
    QString issuer; ///< of OpenID Connect, compared to the letter
    QString clientId;
    QString clientSecret;
    QStringList scopes;
    QStringList authorizedParties; ///< other clients of ours whose ID tokens for us are taken (`azp`)
    bool trustEmail = false; ///< an address is verified also where the provider does not say that it is
    bool linkByEmail = true; ///< a verified address signs in to the account that has it
    QUrl authorizationUrl; ///< these are found by discovery for OpenID Connect, and built in for the others
    QUrl tokenUrl;
    QUrl userInfoUrl;
    QUrl debugTokenUrl; ///< Facebook's alone
};
