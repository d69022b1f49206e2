// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>

/// Somebody else who may sign people in, as far as an app must know to send them there.
class SignInProvider
{
    Q_GADGET
    Q_CLASSINFO("issuer.optional", "true")
    Q_CLASSINFO("issuer.doc", "Of OpenID Connect: where its discovery document is, and `iss` of its ID tokens.")
    Q_CLASSINFO("authorizationUrl.optional", "true")
    Q_CLASSINFO("authorizationUrl.doc",
                "The provider's authorization endpoint; absent while its discovery document cannot be read.")
    Q_CLASSINFO("clientId.doc", "Whom its tokens must be for: this server's client at the provider.")
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
