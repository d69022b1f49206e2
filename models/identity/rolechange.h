// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"

/// The new role of a user.
class RoleChange
{
    Q_GADGET
    Q_PROPERTY(User::Role role MEMBER role REQUIRED)

public:
    User::Role role = User::Role::Member;
};
