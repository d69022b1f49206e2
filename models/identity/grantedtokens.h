// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// What the token endpoint answers (RFC 6749, 5.1; OpenID Connect Core 1.0, 3.1.3.3).
class GrantedTokens
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Seconds that the access token is good for.")
    Q_CLASSINFO("refreshToken.optional", "true")
    Q_CLASSINFO("refreshToken.doc", "Good once: it is answered with its successor. Absent for an app of its own.")
    Q_CLASSINFO("idToken.optional", "true")
    Q_CLASSINFO("idToken.doc", "With the scope openid: who signed in, signed by this server (ES256).")
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
