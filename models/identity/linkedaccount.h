// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"

#include <QObject>

/// The link between an account and an app.
class LinkedAccount
{
    Q_GADGET
    Q_CLASSINFO("scopes.doc", "The scopes granted to the app.")
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(Scopes scopes MEMBER scopes DESIGNABLE false)
    Q_PROPERTY(QDateTime linkedAt MEMBER linkedAt DESIGNABLE false)
    Q_PROPERTY(Account account MEMBER account DESIGNABLE false)

public:
    AccountId accountId;
    AppId appId;
    Scopes scopes;
    QDateTime linkedAt;
    Account account;
};

/// An account that an administrator creates. Its user sets a password with a code sent to the email address.
class Invitation
{
    Q_GADGET
    Q_CLASSINFO("email.max", "320")
    Q_CLASSINFO("email.pattern", "^[^@\\s\\p{Cc}]{1,64}@[^@\\s\\p{Cc}.]+(\\.[^@\\s\\p{Cc}.]+)*$")
    Q_CLASSINFO("email.format", "email")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "200")
    Q_CLASSINFO("phone.pattern", "^(\\+?[0-9 ()/.-]{3,30})?$")
    Q_CLASSINFO("locale.pattern", "^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")
    Q_PROPERTY(QString email MEMBER email REQUIRED)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString phone MEMBER phone)
    Q_PROPERTY(QString locale MEMBER locale)
    Q_PROPERTY(QString timeZone MEMBER timeZone)

public:
    QString email;
    QString name;
    QString phone;
    QString locale = QStringLiteral("en");
    QString timeZone = QStringLiteral("UTC");
};
