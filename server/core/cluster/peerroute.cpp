// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/core/cluster/peers.h"

#include "server/core/http/router.h"

using namespace Qt::StringLiterals;

Route peerRoute(const Peers &peers, const QString &path, Runs runs, std::function<Reply(const Call &)> handle,
                Method method)
{
    Route route{.method = method, .path = u"/internal"_s + path, .caller = Callers::anyone(), .runs = runs};
    route.atRoot = true;
    route.internal = true;
    route.openQuery = true; // under the signature
    route.handle = [&peers, handle = std::move(handle)](const Call &call) {
        if (!peers.hasSigned(call.request))
            throw Problem::forbidden(u"peer_signature_invalid"_s,
                                     u"This address is for servers that share this server's key."_s);
        Reply reply = handle(call);
        peers.sign(call.request, reply);
        return reply;
    };
    route.refuse = [&peers](const Problem &problem, const Request &request) {
        Reply reply = problemReply(problem, request);
        if (peers.hasSigned(request))
            peers.sign(request, reply);
        return reply;
    };
    return route;
}
