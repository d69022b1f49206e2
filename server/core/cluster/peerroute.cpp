// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/core/cluster/peers.h"

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
        return handle(call);
    };
    return route;
}
