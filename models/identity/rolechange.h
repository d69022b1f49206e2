// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"

/// What a user is to be from now on.
class RoleChange
{
    Q_GADGET
    Q_PROPERTY(User::Role role MEMBER role REQUIRED)

public:
    User::Role role = User::Role::Member;
};
