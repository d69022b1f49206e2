// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/onvif/onvifroutes.h"

#include "server/cameras/devices/connectiontests.h"
#include "server/cameras/onvif/discovery.h"
#include "server/cameras/onvif/onvifclient.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Devices";
constexpr std::chrono::seconds discoveryTime{2}; // cameras answer within half a second

Reply discovered(const Call &call, bool allowPrivate, ConnectionSlots &running)
{
    if (!allowPrivate)
        throw Problem::forbidden(u"private_networks_not_allowed"_s,
                                 u"This server allows public addresses only, so it does not search its networks."_s);
    const auto slot = running.take(call.caller.accountId);
    return replyWith(DiscoveredCameras{OnvifDiscovery::probe(discoveryTime)});
}

Reply resolved(const Call &call, const WebClient &web, const SourcePolicy &policy, ConnectionSlots &running)
{
    const auto address = call.body<OnvifAddress>();
    const QString owner = call.caller.accountId.toString();
    if (address.url.scheme() != "http"_L1 && address.url.scheme() != "https"_L1)
        throw Problem::invalid(u"/url"_s, u"not_allowed"_s, u"Use an http:// or https:// address."_s);
    if (!address.url.userInfo().isEmpty())
        throw Problem::invalid(u"/url"_s, u"not_allowed"_s, u"Send the username and the password in their fields."_s);
    const auto slot = running.take(call.caller.accountId);
    policy.require(address.url, owner, u"/url"_s);
    return replyWith(OnvifClient(web, address, owner).camera());
}
}

RouteTable onvifRoutes(const HostResolver &hosts, bool allowPrivate, ConnectionSlots &running)
{
    const auto web = std::make_shared<WebClient>(hosts, WebLimits{.publicOnly = !allowPrivate});
    const SourcePolicy policy(allowPrivate, false, hosts);
    return {
        {
            .method = Method::Post,
            .path = u"/devices/discovery"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Find ONVIF cameras on the server's networks, which takes two seconds"_s,
            .reply = &DiscoveredCameras::staticMetaObject,
            .runs = Runs::OnNetworkPool,
            .handle = [allowPrivate, &running](const Call &call) { return discovered(call, allowPrivate, running); },
        },
        {
            .method = Method::Post,
            .path = u"/devices/onvif"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Ask an ONVIF camera for the addresses of its streams"_s,
            .body = &OnvifAddress::staticMetaObject,
            .reply = &OnvifCamera::staticMetaObject,
            .runs = Runs::OnNetworkPool,
            .handle = [web, policy, &running](const Call &call) { return resolved(call, *web, policy, running); },
        },
    };
}
