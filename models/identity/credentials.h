// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"

#include <QObject>

/// The tokens of a sign-in or a refresh (RFC 6749, section 5.1). The server returns them only once.
class TokenPair
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the access token in seconds.")
    Q_CLASSINFO("refreshToken.doc",
                "Can be used once, for a new pair of tokens. Using it a second time ends the session.")
    Q_CLASSINFO("scope.doc", "The granted scopes, separated by spaces.")
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

/// A sign-in with email address and password.
class LocalLogin
{
    Q_GADGET
    Q_CLASSINFO("name.max", "320")
    Q_CLASSINFO("name.doc", "The email address.")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("scope.max", "1000")
    Q_CLASSINFO("scope.doc", "Requested scopes, separated by spaces; empty: all scopes of the user.")
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

/// A password whose strength is to be estimated. It is neither stored nor logged.
class PasswordToJudge
{
    Q_GADGET
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("userInputs.max", "20")
    Q_CLASSINFO("userInputs.doc", "Words that an attacker would try first, such as names and email addresses.")
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
