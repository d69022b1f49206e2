// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/modes/modeservice.h"

#include "server/http/problem.h"

QList<DeviceMode> ModeService::list(const Caller &caller, AccountId account)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    return m_store.usableBy(account);
}
