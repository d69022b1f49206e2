// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/paging.h"
#include "server/core/http/route.h"
#include "server/insight/observations/liveobservations.h"
#include "server/insight/observations/observationstore.h"

class DeviceService;
class Links;
class Peers;
class StreamService;

/// Finds the objects that moved in front of cameras.
class ObjectSearch
{
public:
    ObjectSearch(Database &database, DeviceService &devices, const Links &links)
        : m_store(database)
        , m_devices(devices)
        , m_links(links)
    {
    }

    struct Found
    {
        QList<SeenObject> objects; ///< one more than the page, if there is a next page
        std::optional<qint64> total;
    };
    /// Returns the objects that match the query, the latest first: those of a device that the caller may watch or,
    /// without a device, of the caller's account.
    ///
    /// Throws: like DeviceService::watchable(), if the query names a device.
    Found find(const Caller &caller, SeenObjectQuery query, const PageRequest &page);

private:
    void addThumbnails(const Caller &caller, QList<SeenObject> &objects);

    ObservationStore m_store;
    DeviceService &m_devices;
    const Links &m_links;
};

RouteTable objectSearchRoutes(ObjectSearch &search);
/// Returns the route by which clients follow what the analysis of a camera sees.
RouteTable liveObservationRoutes(LiveObservations &live, StreamService &streams);
/// Returns the same route for other servers, which have checked what their client may see.
RouteTable liveObservationPeerRoutes(const Peers &peers, LiveObservations &live);
