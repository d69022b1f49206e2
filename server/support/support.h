// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identity.h"
#include "server/support/personaldata/accountdeletions.h"
#include "server/support/status/statusservice.h"
#include "server/support/supportconsole.h"

/// The parts of this area that all threads of a process share. Thread: any.
struct SharedSupport
{
    PersonalDataSettings personalData;
    PersonalDataFolders folders;
    StatusSettings status;
    PeerStates &peerStates;
};

/// The services of this area for one thread: the support console, the state of the servers, and what an account may do
/// with all of its data.
class SupportServices
{
public:
    SupportServices(CoreServices &core, IdentityServices &identity, const PostServices &post, CameraServices &cameras,
                    InsightServices &insight, const SharedSupport &shared);

    RouteTable routes();
    JobTable jobs();

    SupportConsole console;
    AccountExports exports;
    AccountDeletions deletions;
    StatusService status;

private:
    CoreServices &m_core;
    IdentityServices &m_identity;
};
