// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/scope.h"
#include "models/identity/user.h"

/// Returns the API scopes that a user of this role can grant. Only developers and staff can grant access to apps, and
/// only administrators can grant management.
inline Scopes grantableBy(User::Role role)
{
    Scopes all = userScopes();
    if (role == User::Role::Member)
        all &= ~Scopes(Scope::Apps);
    if (role == User::Role::Admin)
        all |= Scope::Manage;
    return all;
}
