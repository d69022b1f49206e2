// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

/// An entry of the audit log: who did what, when, from where, and to which object. Entries are never changed. They
/// are deleted only with their account.
class AuditEntry
{
    Q_GADGET
    Q_CLASSINFO("table", "audit_entry")
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("accountId.doc", "The account concerned, if any.")
    Q_CLASSINFO("actorUserId.optional", "true")
    Q_CLASSINFO("actorAppId.optional", "true")
    Q_CLASSINFO("actorAppId.doc", "The app that was used, or that acted on its own.")
    Q_CLASSINFO("byStaff.doc", "Whether support staff or an administrator acted, and not a user of the account.")
    Q_CLASSINFO("object.doc", "Id of the object concerned; empty if there is none.")
    Q_CLASSINFO("detail.doc", "Details that depend on the action. Never contains secrets.")
    Q_CLASSINFO("address.doc", "IP address of the request. Addresses of staff are visible to staff only.")
    Q_CLASSINFO("actorName.optional", "json")
    Q_CLASSINFO("object.optional", "json")
    Q_CLASSINFO("address.optional", "json")
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
        RecordingDeleted,
        SignedOutEverywhere,
        SecondFactorEnabled,
        SecondFactorDisabled,
        RecoveryCodesMade,
        RecoveryCodeUsed,
        SecurityKeyAdded,
        SecurityKeyRenamed,
        SecurityKeyRemoved,
        SecurityKeyRefused,
        DataExported,
        DeletionScheduled,
        DeletionCancelled,
        AccountDeleted,
    };
    Q_ENUM(Action)

    AuditId auditId = {};
    QDateTime at = {};
    Action action = Action::SignIn;
    AccountId accountId = {};
    UserId actorUserId = {};
    AppId actorAppId = {};
    QString actorName = {}; ///< name at the time of the action
    bool byStaff = false;
    QString object = {};
    QJsonObject detail = {};
    QString address = {};

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};
