// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A person who signs in: the main user, who owns the account, or another user of the account.
class User
{
    Q_GADGET
    Q_CLASSINFO("table", "account_user")
    Q_CLASSINFO("main.doc",
                "Whether the user owns the account. Only the main user shares cameras, pays, and grants access.")
    Q_CLASSINFO("email.optional", "json")
    Q_PROPERTY(UserId userId MEMBER userId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString email MEMBER email DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(Role role MEMBER role DESIGNABLE false)
    Q_PROPERTY(bool main MEMBER main DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)

public:
    /// In order of increasing permissions.
    enum class Role { Member, Developer, Support, Admin };
    Q_ENUM(Role)

    UserId userId;
    AccountId accountId;
    QString email;
    QString name;
    Role role = Role::Member;
    bool main = false;
    QDateTime createdAt;

    friend bool operator==(const User &, const User &) = default;
};

/// The new role of a user.
class RoleChange
{
    Q_GADGET
    Q_PROPERTY(User::Role role MEMBER role REQUIRED)

public:
    User::Role role = User::Role::Member;
};
