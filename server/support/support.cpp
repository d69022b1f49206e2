// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/support.h"

SupportServices::SupportServices(CoreServices &core, IdentityServices &identity)
    : console(core.database)
    , m_identity(identity)
{
}

RouteTable SupportServices::routes() { return supportRoutes(console, m_identity.supportAccess, m_identity.usage); }
