// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identity.h"
#include "server/support/supportconsole.h"

/// The services of this area for one thread: the support console.
class SupportServices
{
public:
    SupportServices(CoreServices &core, IdentityServices &identity);

    RouteTable routes();

    SupportConsole console;

private:
    IdentityServices &m_identity;
};
