// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"

#include <QObject>

/// What a sign-in or a refresh gives out (RFC 6749, 5.1). The tokens are shown here and never again.
class TokenPair
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Seconds that the access token is good for.")
    Q_CLASSINFO("refreshToken.doc", "Good once: it is answered with its successor. Using a spent one ends the session.")
    Q_CLASSINFO("scope.doc", "What was granted, names separated by spaces.")
    Q_PROPERTY(QString accessToken MEMBER accessToken DESIGNABLE false)
    Q_PROPERTY(QString tokenType MEMBER tokenType DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)
    Q_PROPERTY(QString refreshToken MEMBER refreshToken DESIGNABLE false)
    Q_PROPERTY(QString scope MEMBER scope DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(UserId userId MEMBER userId DESIGNABLE false)

public:
    QString accessToken;
    QString tokenType = QStringLiteral("Bearer");
    qint64 expiresIn = 0;
    QString refreshToken;
    QString scope;
    AccountId accountId;
    UserId userId;
};

/// A sign-in with name and password.
class LocalLogin
{
    Q_GADGET
    Q_CLASSINFO("name.max", "320")
    Q_CLASSINFO("name.doc", "The e-mail address.")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("scope.max", "1000")
    Q_CLASSINFO("scope.doc", "Names separated by spaces; nothing: all that the user has.")
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString password MEMBER password REQUIRED)
    Q_PROPERTY(QString scope MEMBER scope)

public:
    QString name;
    QString password;
    QString scope;
};

class RefreshRequest
{
    Q_GADGET
    Q_CLASSINFO("refreshToken.max", "200")
    Q_PROPERTY(QString refreshToken MEMBER refreshToken REQUIRED)

public:
    QString refreshToken;
};

/// A password to be judged. Nothing of it is kept or logged.
class PasswordToJudge
{
    Q_GADGET
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("userInputs.max", "20")
    Q_CLASSINFO("userInputs.doc", "What an attacker would try first: names, addresses.")
    Q_PROPERTY(QString password MEMBER password REQUIRED)
    Q_PROPERTY(QStringList userInputs MEMBER userInputs)

public:
    QString password;
    QStringList userInputs;
};

class NewPassword
{
    Q_GADGET
    Q_CLASSINFO("oldPassword.max", "1000")
    Q_CLASSINFO("oldPassword.format", "password")
    Q_CLASSINFO("newPassword.max", "1000")
    Q_CLASSINFO("newPassword.format", "password")
    Q_PROPERTY(QString oldPassword MEMBER oldPassword REQUIRED)
    Q_PROPERTY(QString newPassword MEMBER newPassword REQUIRED)

public:
    QString oldPassword;
    QString newPassword;
};

class ForgottenPassword
{
    Q_GADGET
    Q_CLASSINFO("verificationToken.max", "200")
    Q_CLASSINFO("newPassword.max", "1000")
    Q_CLASSINFO("newPassword.format", "password")
    Q_PROPERTY(QString verificationToken MEMBER verificationToken REQUIRED)
    Q_PROPERTY(QString newPassword MEMBER newPassword REQUIRED)

public:
    QString verificationToken;
    QString newPassword;
};
