// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>

/// A sign-in provider, with the data that an app needs to send users there.
class SignInProvider
{
    Q_GADGET
    Q_CLASSINFO("issuer.optional", "true")
    Q_CLASSINFO("issuer.doc",
                "OpenID Connect: the URL below which the discovery document is, and `iss` of the ID tokens.")
    Q_CLASSINFO("authorizationUrl.optional", "true")
    Q_CLASSINFO("authorizationUrl.doc",
                "The provider's authorization endpoint; absent while the discovery document cannot be read.")
    Q_CLASSINFO("clientId.doc", "This server's client id at the provider. Tokens must be issued for it.")
    Q_PROPERTY(QString provider MEMBER provider DESIGNABLE false)
    Q_PROPERTY(QString title MEMBER title DESIGNABLE false)
    Q_PROPERTY(Kind kind MEMBER kind DESIGNABLE false)
    Q_PROPERTY(QString issuer MEMBER issuer DESIGNABLE false)
    Q_PROPERTY(QUrl authorizationUrl MEMBER authorizationUrl DESIGNABLE false)
    Q_PROPERTY(QString clientId MEMBER clientId DESIGNABLE false)
    Q_PROPERTY(QStringList scopes MEMBER scopes DESIGNABLE false)

public:
    enum class Kind { Openid, Facebook, Wechat };
    Q_ENUM(Kind)

    QString provider;
    QString title;
    Kind kind = Kind::Openid;
    QString issuer;
    QUrl authorizationUrl;
    QString clientId;
    QStringList scopes;
};
