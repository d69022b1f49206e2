// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "models/identity/user.h"

#include <QObject>

/// What a new customer says.
class NewAccount
{
    Q_GADGET
    Q_CLASSINFO("email.max", "320")
    Q_CLASSINFO("email.pattern", "^[^@\\s\\p{Cc}]{1,64}@[^@\\s\\p{Cc}.]+(\\.[^@\\s\\p{Cc}.]+)*$")
    Q_CLASSINFO("email.format", "email")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "Strong or better, as /accounts/password-strength judges it.")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "200")
    Q_CLASSINFO("phone.pattern", "^(\\+?[0-9 ()/.-]{3,30})?$")
    Q_CLASSINFO("locale.pattern", "^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")
    Q_CLASSINFO("locale.doc", "BCP 47; without it, the language of `Accept-Language`.")
    Q_CLASSINFO("verificationToken.max", "200")
    Q_CLASSINFO(
        "verificationToken.doc",
        "Of the address, verified before: the account is active at once. Or of `phone`: the number is verified, "
        "and the account waits for the address all the same.")
    Q_PROPERTY(QString email MEMBER email REQUIRED)
    Q_PROPERTY(QString password MEMBER password REQUIRED)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString phone MEMBER phone)
    Q_PROPERTY(QString locale MEMBER locale)
    Q_PROPERTY(QString timeZone MEMBER timeZone)
    Q_PROPERTY(QString verificationToken MEMBER verificationToken)

public:
    QString email;
    QString password;
    QString name;
    QString phone;
    QString locale = QStringLiteral("en");
    QString timeZone = QStringLiteral("UTC");
    QString verificationToken;
};

/// What a registration answers, whether or not the address was free.
class Registered
{
    Q_GADGET
    Q_PROPERTY(Account account MEMBER account DESIGNABLE false)
    Q_PROPERTY(User user MEMBER user DESIGNABLE false)

public:
    Account account;
    User user;
};

/// A code to be sent.
class CodeRequest
{
    Q_GADGET
    Q_CLASSINFO("address.min", "3")
    Q_CLASSINFO("address.max", "320")
    Q_CLASSINFO("address.pattern",
                "^([^@\\s\\p{Cc}]{1,64}@[^@\\s\\p{Cc}.]+(\\.[^@\\s\\p{Cc}.]+)*|\\+[0-9 ()/.-]{6,30})$")
    Q_CLASSINFO("address.doc",
                "An e-mail address; for `sms` a telephone number with its country's code: +49 40 123456.")
    Q_CLASSINFO("channel.doc", "`sms` needs a server that has a gateway, and otherwise is `not_available`.")
    Q_CLASSINFO("purpose.doc",
                "`registration` proves an address, or a number for an account's recovery; `forgot_password` reaches "
                "active accounts by their address or their verified number.")
    Q_PROPERTY(QString address MEMBER address REQUIRED)
    Q_PROPERTY(Channel channel MEMBER channel)
    Q_PROPERTY(Purpose purpose MEMBER purpose REQUIRED)

public:
    enum class Channel { Email, Sms };
    Q_ENUM(Channel)
    enum class Purpose { Registration, ForgotPassword };
    Q_ENUM(Purpose)

    QString address;
    Channel channel = Channel::Email;
    Purpose purpose = Purpose::Registration;
};

/// The same for every address, known or not.
class CodeSent
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Seconds that a code is good for.")
    Q_CLASSINFO("resendAfter.doc", "Seconds until another one may be sent.")
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)
    Q_PROPERTY(qint64 resendAfter MEMBER resendAfter DESIGNABLE false)

public:
    qint64 expiresIn = 0;
    qint64 resendAfter = 0;
};

/// A code that came by mail or as a text message.
class CodeCheck
{
    Q_GADGET
    Q_CLASSINFO("address.min", "3")
    Q_CLASSINFO("address.max", "320")
    Q_CLASSINFO("code.pattern", "^[0-9]{6}$")
    Q_CLASSINFO("accountId.doc",
                "The account of the registration that the code is to activate: with it, a code that was sent for "
                "somebody else's registration of the same address is a wrong one.")
    Q_PROPERTY(QString address MEMBER address REQUIRED)
    Q_PROPERTY(CodeRequest::Purpose purpose MEMBER purpose REQUIRED)
    Q_PROPERTY(QString code MEMBER code REQUIRED)
    Q_PROPERTY(AccountId accountId MEMBER accountId)

public:
    QString address;
    CodeRequest::Purpose purpose = CodeRequest::Purpose::Registration;
    QString code;
    AccountId accountId;
};

class CodeAccepted
{
    Q_GADGET
    Q_CLASSINFO("verificationToken.doc",
                "Proves the address or number, once: for a registration, a forgotten password or an account's number.")
    Q_CLASSINFO("expiresIn.doc", "Seconds.")
    Q_PROPERTY(QString verificationToken MEMBER verificationToken DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)

public:
    QString verificationToken;
    qint64 expiresIn = 0;
};

/// Makes a number that was proven the account's own.
class PhoneProof
{
    Q_GADGET
    Q_CLASSINFO("verificationToken.max", "200")
    Q_CLASSINFO("verificationToken.doc", "Of the number, for `registration`.")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The caller's: whoever holds the number may set a new one by it.")
    Q_PROPERTY(QString verificationToken MEMBER verificationToken REQUIRED)
    Q_PROPERTY(QString password MEMBER password REQUIRED)

public:
    QString verificationToken;
    QString password;
};
