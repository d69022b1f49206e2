// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// The answer of the token endpoint (RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3).
class GrantedTokens
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the access token in seconds.")
    Q_CLASSINFO("refreshToken.optional", "true")
    Q_CLASSINFO("refreshToken.doc", "Can be used once, for a new pair of tokens. Absent for tokens of the app itself.")
    Q_CLASSINFO("idToken.optional", "true")
    Q_CLASSINFO("idToken.doc", "With the scope openid: the identity of the user, signed by this server (ES256).")
    Q_PROPERTY(QString accessToken MEMBER accessToken DESIGNABLE false)
    Q_PROPERTY(QString tokenType MEMBER tokenType DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)
    Q_PROPERTY(QString refreshToken MEMBER refreshToken DESIGNABLE false)
    Q_PROPERTY(QString scope MEMBER scope DESIGNABLE false)
    Q_PROPERTY(QString idToken MEMBER idToken DESIGNABLE false)

public:
    QString accessToken;
    QString tokenType = QStringLiteral("Bearer");
    qint64 expiresIn = 0;
    QString refreshToken;
    QString scope;
    QString idToken;
};
