// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QHash>
#include <QList>

/// What an account has recorded at a server, in bytes.
struct AccountUse
{
    AccountId account;
    qint64 bytes = 0;
    qint64 entitled = 0; ///< the storage of its plan; 0: it has no plan, or one without a limit
};

/// Returns how many bytes each account gives up, so that at most `most` are left of all.
///
/// The fair share of an account is the storage of its plan. Accounts without such a plan share equally what the plans
/// leave. The account that is furthest over its share gives first, down to the next one, from where both give, and so
/// on.
QHash<AccountId, qint64> excessOf(const QList<AccountUse> &uses, qint64 most);
