// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peers.h"
#include "server/support/status/statusservice.h"

using namespace Qt::StringLiterals;

RouteTable statusRoutes(StatusService &status, const Peers &peers)
{
    return {
        {
            .method = Method::Get,
            .path = u"/server/status"_s,
            .caller = Callers::user(Scope::AccountRead), // and see StatusService::maySee()
            .tag = u"Support",
            .summary =
                u"Get the state of all servers (administrators in the portal, and the owner of the portal's own server)"_s,
            .reply = &ServerStatus::staticMetaObject,
            .runs = Runs::OnNetworkPool, // asks the other servers
            .handle = [&status](const Call &call) { return replyWith(status.status(call.caller)); },
        },
        peerRoute(peers, u"/server-state"_s, Runs::OnFilePool,
                  [&status](const Call &) { return replyWith(status.own()); }),
    };
}
