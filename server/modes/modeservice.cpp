// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/modes/modeservice.h"

QList<DeviceMode> ModeService::list(const Caller &caller, AccountId account)
{
    m_visibility.requireThings(caller, account, account.toString());
    return m_store.usableBy(account);
}
