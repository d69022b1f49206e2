// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"

#include <QObject>

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
