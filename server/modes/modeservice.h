// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/caller.h"
#include "server/auth/visibility.h"
#include "server/modes/modestore.h"

/// What cameras may be watched for.
class ModeService
{
public:
    explicit ModeService(Database &database)
        : m_store(database)
        , m_visibility(database)
    {
    }

    /// The system's modes and the account's own. Another account's are not there: Problem::notFound().
    QList<DeviceMode> list(const Caller &caller, AccountId account);

private:
    ModeStore m_store;
    Visibility m_visibility;
};
