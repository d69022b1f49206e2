// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "models/billing/planinforce.h"
#include "models/cameras/device.h"
#include "models/identity/account.h"
#include "models/identity/app.h"
#include "models/identity/auditentry.h"
#include "models/identity/supportgrant.h"
#include "models/support/personaldata.h"

/// A result of a search by support staff.
class SupportHit
{
    Q_GADGET
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("appId.optional", "true")
    Q_CLASSINFO("appId.doc", "The app that made the request; of a request only.")
    Q_CLASSINFO("subtitle.doc", "Email address of the account, or the answer to a request.")
    Q_CLASSINFO("matched.doc", "The matching field: `id`, `address`, `phone`, `name`, or `request_id`.")
    Q_CLASSINFO("subtitle.optional", "json")
    Q_PROPERTY(Kind kind MEMBER kind DESIGNABLE false)
    Q_PROPERTY(QString id MEMBER id DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString title MEMBER title DESIGNABLE false)
    Q_PROPERTY(QString subtitle MEMBER subtitle DESIGNABLE false)
    Q_PROPERTY(QString matched MEMBER matched DESIGNABLE false)

public:
    enum class Kind { Account, User, App, Device, Order, Request };
    Q_ENUM(Kind)

    Kind kind = Kind::Account;
    QString id;
    AccountId accountId;
    AppId appId;
    QString title;
    QString subtitle;
    QString matched;
};

/// A device as support staff see it: its state, without access to pictures.
class SupportDevice
{
    Q_GADGET
    Q_CLASSINFO("stateReason.optional", "true")
    Q_CLASSINFO("stateSince.optional", "true")
    Q_CLASSINFO("model.optional", "json")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(QString model MEMBER model DESIGNABLE false)
    Q_PROPERTY(Device::State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QString stateReason MEMBER stateReason DESIGNABLE false)
    Q_PROPERTY(QDateTime stateSince MEMBER stateSince DESIGNABLE false)

public:
    DeviceId deviceId;
    QString name;
    QString model;
    Device::State state = Device::State::Offline;
    QString stateReason;
    QDateTime stateSince;

    friend bool operator==(const SupportDevice &, const SupportDevice &) = default;
};

/// A session as support staff see it.
class SupportSession
{
    Q_GADGET
    Q_CLASSINFO("userAgent.doc", "The User-Agent of the sign-in. It is not verified.")
    Q_CLASSINFO("address.doc", "IP address of the sign-in.")
    Q_CLASSINFO("lastUsedAt.doc", "Time of the last use, with an accuracy of one minute.")
    Q_CLASSINFO("userName.optional", "json")
    Q_CLASSINFO("appName.optional", "json")
    Q_CLASSINFO("userAgent.optional", "json")
    Q_CLASSINFO("address.optional", "json")
    Q_PROPERTY(QString userName MEMBER userName DESIGNABLE false)
    Q_PROPERTY(QString appName MEMBER appName DESIGNABLE false)
    Q_PROPERTY(QString userAgent MEMBER userAgent DESIGNABLE false)
    Q_PROPERTY(QString address MEMBER address DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt DESIGNABLE false)

public:
    QString userName;
    QString appName;
    QString userAgent;
    QString address;
    QDateTime createdAt;
    QDateTime lastUsedAt;

    friend bool operator==(const SupportSession &, const SupportSession &) = default;
};

/// An overview of an account for support staff.
class SupportOverview
{
    Q_GADGET
    Q_CLASSINFO("apps.doc", "Apps that the account has registered. `account.apps` are the apps that it uses.")
    Q_CLASSINFO("sessions.doc", "Number of active sessions.")
    Q_CLASSINFO("signedIn.doc", "The 20 active sessions that were used last.")
    Q_CLASSINFO("plan.optional", "true")
    Q_CLASSINFO("plan.doc", "The active plan; absent if there is none.")
    Q_CLASSINFO("deletion.optional", "true")
    Q_CLASSINFO("deletion.doc", "The scheduled deletion of the account; absent if there is none.")
    Q_CLASSINFO("supportAccess.optional", "true")
    Q_CLASSINFO("supportAccess.doc", "The active grant of access to pictures; absent if there is none.")
    Q_CLASSINFO("recent.doc", "The latest 20 entries of the account's audit log.")
    Q_PROPERTY(Account account MEMBER account DESIGNABLE false)
    Q_PROPERTY(QList<App> apps MEMBER apps DESIGNABLE false)
    Q_PROPERTY(QList<SupportDevice> devices MEMBER devices DESIGNABLE false)
    Q_CLASSINFO("orders.doc", "The latest 20 orders, without their history.")
    Q_PROPERTY(QList<Order> orders MEMBER orders DESIGNABLE false)
    Q_PROPERTY(qint64 sessions MEMBER sessions DESIGNABLE false)
    Q_PROPERTY(QList<SupportSession> signedIn MEMBER signedIn DESIGNABLE false)
    Q_PROPERTY(PlanInForce plan MEMBER plan DESIGNABLE false)
    Q_PROPERTY(AccountDeletion deletion MEMBER deletion DESIGNABLE false)
    Q_PROPERTY(SupportGrant supportAccess MEMBER supportAccess DESIGNABLE false)
    Q_PROPERTY(QList<AuditEntry> recent MEMBER recent DESIGNABLE false)

public:
    Account account;
    QList<App> apps;
    QList<SupportDevice> devices;
    QList<Order> orders;
    qint64 sessions = 0;
    QList<SupportSession> signedIn;
    PlanInForce plan;
    AccountDeletion deletion;
    SupportGrant supportAccess;
    QList<AuditEntry> recent;
};
