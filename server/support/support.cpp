// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/support.h"

#include "server/support/personaldata/personaldatajobs.h"

SupportServices::SupportServices(CoreServices &core, IdentityServices &identity, const PostServices &post,
                                 CameraServices &cameras, InsightServices &insight, const SharedSupport &shared)
    : console(core.database)
    , exports({core, identity, shared.personalData, shared.folders})
    , deletions({core, identity, shared.personalData, shared.folders})
    , status(core, post, cameras, insight, shared.status, shared.peerStates)
    , m_core(core)
    , m_identity(identity)
{
}

RouteTable SupportServices::routes()
{
    return supportRoutes(console, m_identity.supportAccess, m_identity.usage)
        + personalDataRoutes(exports, deletions, m_core.peers) + statusRoutes(status, m_core.peers);
}

JobTable SupportServices::jobs() { return PersonalDataJobs::all(exports, deletions); }
