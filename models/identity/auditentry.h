// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

/// One line of the audit log: who did what, when, from where and on what. Never changed and never removed.
class AuditEntry
{
    Q_GADGET
    Q_CLASSINFO("table", "audit_entry")
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("accountId.doc", "The account that it concerns; absent where it concerns none.")
    Q_CLASSINFO("actorUserId.optional", "true")
    Q_CLASSINFO("actorAppId.optional", "true")
    Q_CLASSINFO("actorAppId.doc", "The app that it was done with, or that did it by itself.")
    Q_CLASSINFO("byStaff.doc", "Support staff or an administrator did it, and nobody of the account.")
    Q_CLASSINFO("object.doc", "The id of what it was done to, or nothing.")
    Q_CLASSINFO("detail.doc", "What else there is to know, by action. Never a secret.")
    Q_CLASSINFO("address.doc", "Where the request came from. Only staff sees where staff was.")
    Q_PROPERTY(AuditId auditId MEMBER auditId DESIGNABLE false)
    Q_PROPERTY(QDateTime at MEMBER at DESIGNABLE false)
    Q_PROPERTY(Action action MEMBER action DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(UserId actorUserId MEMBER actorUserId DESIGNABLE false)
    Q_PROPERTY(AppId actorAppId MEMBER actorAppId DESIGNABLE false)
    Q_PROPERTY(QString actorName MEMBER actorName DESIGNABLE false)
    Q_PROPERTY(bool byStaff MEMBER byStaff DESIGNABLE false)
    Q_PROPERTY(QString object MEMBER object DESIGNABLE false)
    Q_PROPERTY(QJsonObject detail MEMBER detail DESIGNABLE false)
    Q_PROPERTY(QString address MEMBER address DESIGNABLE false)

public:
    enum class Action {
        SignIn,
        SignInFailed,
        SignedOut,
        SessionEnded,
        PasswordChanged,
        PasswordReset,
        AccountRegistered,
        AccountVerified,
        AccountChanged,
        AccountStatusChanged,
        UserCreated,
        RoleChanged,
        AppCreated,
        AppChanged,
        AppStatusChanged,
        AppRemoved,
        KeyRotated,
        SigningKeyRotated,
        OneTimeTokenMade,
        ConsentGiven,
        ConsentWithdrawn,
        IdentityLinked,
        IdentityUnlinked,
        SupportAccessGranted,
        SupportAccessEnded,
        SupportSearched,
        SupportViewed,
        ShareGiven,
        ShareEnded,
    };
    Q_ENUM(Action)

    AuditId auditId = {};
    QDateTime at = {};
    Action action = Action::SignIn;
    AccountId accountId = {};
    UserId actorUserId = {};
    AppId actorAppId = {};
    QString actorName = {}; ///< as it was then
    bool byStaff = false;
    QString object = {};
    QJsonObject detail = {};
    QString address = {};

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};
