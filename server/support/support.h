// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identity.h"
#include "server/support/supportconsole.h"

/// What staff looks up, on one thread.
class SupportServices
{
public:
    SupportServices(CoreServices &core, IdentityServices &identity);

    RouteTable routes();

    SupportConsole console;

private:
    IdentityServices &m_identity;
};
