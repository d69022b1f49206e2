// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/scope.h"
#include "models/identity/user.h"

/// All that a user of this role may grant of the API: apps are for developers, management is for administrators.
inline Scopes grantableBy(User::Role role)
{
    Scopes all = userScopes();
    if (role == User::Role::Member)
        all &= ~Scopes(Scope::Apps);
    if (role == User::Role::Admin)
        all |= Scope::Manage;
    return all;
}
