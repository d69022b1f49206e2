// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "models/identity/user.h"

#include <QObject>

/// The registration of a new account.
class NewAccount
{
    Q_GADGET
    Q_CLASSINFO("email.max", "320")
    Q_CLASSINFO("email.pattern", "^[^@\\s\\p{Cc}]{1,64}@[^@\\s\\p{Cc}.]+(\\.[^@\\s\\p{Cc}.]+)*$")
    Q_CLASSINFO("email.format", "email")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "Must be strong or very strong according to /accounts/password-strength.")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "200")
    Q_CLASSINFO("phone.pattern", "^(\\+?[0-9 ()/.-]{3,30})?$")
    Q_CLASSINFO("locale.pattern", "^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")
    Q_CLASSINFO("locale.doc", "Language of emails as a BCP 47 tag. Default: the language of `Accept-Language`.")
    Q_CLASSINFO("timeZone.format", "time-zone")
    Q_CLASSINFO("verificationToken.max", "200")
    Q_CLASSINFO(
        "verificationToken.doc",
        "Verification token of the email address, which activates the account immediately, or of `phone`, which "
        "verifies the number only.")
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

/// The answer to a registration. It is the same whether or not the email address was already registered.
class Registered
{
    Q_GADGET
    Q_PROPERTY(Account account MEMBER account DESIGNABLE false)
    Q_PROPERTY(User user MEMBER user DESIGNABLE false)

public:
    Account account;
    User user;
};

/// A request for a verification code.
class CodeRequest
{
    Q_GADGET
    Q_CLASSINFO("address.min", "3")
    Q_CLASSINFO("address.max", "320")
    Q_CLASSINFO("address.pattern",
                "^([^@\\s\\p{Cc}]{1,64}@[^@\\s\\p{Cc}.]+(\\.[^@\\s\\p{Cc}.]+)*|\\+[0-9 ()/.-]{6,30})$")
    Q_CLASSINFO("address.doc",
                "An email address, or for `sms` a phone number with country code, such as +49 40 123456.")
    Q_CLASSINFO("channel.doc", "`sms` requires a server with an SMS gateway; otherwise the error is `not_available`.")
    Q_CLASSINFO(
        "purpose.doc",
        "`registration` verifies an email address or a phone number. `forgot_password` resets the password of an "
        "active account with that email address or verified phone number.")
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

/// The answer to a request for a code. It is the same for known and unknown addresses.
class CodeSent
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the code in seconds.")
    Q_CLASSINFO("resendAfter.doc", "Seconds until another code can be requested.")
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)
    Q_PROPERTY(qint64 resendAfter MEMBER resendAfter DESIGNABLE false)

public:
    qint64 expiresIn = 0;
    qint64 resendAfter = 0;
};

/// A code received by email or text message.
class CodeCheck
{
    Q_GADGET
    Q_CLASSINFO("address.min", "3")
    Q_CLASSINFO("address.max", "320")
    Q_CLASSINFO("code.pattern", "^[0-9]{6}$")
    Q_CLASSINFO(
        "accountId.doc",
        "The account of the registration to activate. With it, a code that was sent for another registration of "
        "the same address is refused.")
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
    Q_CLASSINFO(
        "verificationToken.doc",
        "Proves the address or number once: for a registration, a password reset, or an account's phone number.")
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the token in seconds.")
    Q_PROPERTY(QString verificationToken MEMBER verificationToken DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)

public:
    QString verificationToken;
    qint64 expiresIn = 0;
};

/// Sets the verified phone number of an account.
class PhoneProof
{
    Q_GADGET
    Q_CLASSINFO("verificationToken.max", "200")
    Q_CLASSINFO("verificationToken.doc", "Verification token of the number, for the purpose `registration`.")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The caller's password, because the number can be used to reset it.")
    Q_PROPERTY(QString verificationToken MEMBER verificationToken REQUIRED)
    Q_PROPERTY(QString password MEMBER password REQUIRED)

public:
    QString verificationToken;
    QString password;
};
