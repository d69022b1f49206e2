// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"

#include <QObject>

/// Whether an account is to be used.
class AccountStatus
{
    Q_GADGET
    Q_CLASSINFO("reason.max", "500")
    Q_CLASSINFO("reason.doc", "Of a deactivation: what its main user and support are told.")
    Q_PROPERTY(AccountId accountId MEMBER accountId REQUIRED)
    Q_PROPERTY(Account::Status status MEMBER status REQUIRED)
    Q_PROPERTY(QString reason MEMBER reason)

public:
    AccountId accountId;
    Account::Status status = Account::Status::Active;
    QString reason;
};
