// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/identity/address.h"
#include "models/identity/app.h"
#include "models/identity/user.h"

#include <QDateTime>
#include <QObject>

/// A customer, which is a person or a company, with its users, apps, and cameras.
class Account
{
    Q_GADGET
    Q_CLASSINFO("table", "account")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "200")
    Q_CLASSINFO("phone.pattern", "^(\\+?[0-9 ()/.-]{3,30})?$")
    Q_CLASSINFO("phoneVerified.doc",
                "Whether the number is verified. A verified number can be used to reset a forgotten password.")
    Q_CLASSINFO("paymentMethod.max", "200")
    Q_CLASSINFO("paymentMethod.pattern", "^(?![0-9 -]{12,}$).*$")
    Q_CLASSINFO("paymentMethod.doc", "Token of the payment provider. Never a card number.")
    Q_CLASSINFO("purchaseOption.doc", "Billing of purchased apps: none (trials only), monthly, or yearly.")
    Q_CLASSINFO("locale.pattern", "^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")
    Q_CLASSINFO("locale.doc", "Language of emails as a BCP 47 tag, such as `en` or `zh-CN`.")
    Q_CLASSINFO("timeZone.format", "time-zone")
    Q_CLASSINFO("timeZone.doc", "IANA time zone that defines the account's days, such as `Europe/Berlin`.")
    Q_CLASSINFO("statusReason.optional", "true")
    Q_CLASSINFO("plan.doc", "The active retention plan; absent if there is none.")
    Q_CLASSINFO("plan.optional", "true")
    Q_CLASSINFO("email.optional", "json")
    Q_CLASSINFO("phone.optional", "json")
    Q_CLASSINFO("paymentMethod.optional", "json")
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString email MEMBER email DESIGNABLE false)
    Q_PROPERTY(QString phone MEMBER phone)
    Q_PROPERTY(bool phoneVerified MEMBER phoneVerified DESIGNABLE false STORED false)
    Q_PROPERTY(Address postalAddress MEMBER postalAddress)
    Q_PROPERTY(Address billingAddress MEMBER billingAddress)
    Q_PROPERTY(QString paymentMethod MEMBER paymentMethod)
    Q_PROPERTY(PurchaseOption purchaseOption MEMBER purchaseOption)
    Q_PROPERTY(QString locale MEMBER locale)
    Q_PROPERTY(QString timeZone MEMBER timeZone)
    Q_PROPERTY(Status status MEMBER status DESIGNABLE false)
    Q_PROPERTY(QString statusReason MEMBER statusReason DESIGNABLE false)
    Q_PROPERTY(RetentionId plan MEMBER plan DESIGNABLE false STORED false)
    Q_PROPERTY(QList<User> users MEMBER users DESIGNABLE false STORED false)
    Q_PROPERTY(QList<LinkedApp> apps MEMBER apps DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class Status { Inactive, Active };
    Q_ENUM(Status)
    enum class PurchaseOption { None, Monthly, Yearly };
    Q_ENUM(PurchaseOption)

    AccountId accountId;
    QString name;
    QString email;
    QString phone;
    bool phoneVerified = false;
    Address postalAddress;
    Address billingAddress;
    QString paymentMethod;
    PurchaseOption purchaseOption = PurchaseOption::None;
    QString locale = QStringLiteral("en");
    QString timeZone = QStringLiteral("UTC");
    Status status = Status::Inactive;
    QString statusReason;
    RetentionId plan;
    QList<User> users;
    QList<LinkedApp> apps;
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const Account &, const Account &) = default;
};

/// A change of an account's status.
class AccountStatus
{
    Q_GADGET
    Q_CLASSINFO("reason.format", "multi-line")
    Q_CLASSINFO("reason.max", "500")
    Q_CLASSINFO("reason.doc", "Reason for a deactivation, shown to the main user and to support.")
    Q_PROPERTY(AccountId accountId MEMBER accountId REQUIRED)
    Q_PROPERTY(Account::Status status MEMBER status REQUIRED)
    Q_PROPERTY(QString reason MEMBER reason)

public:
    AccountId accountId;
    Account::Status status = Account::Status::Active;
    QString reason;
};
