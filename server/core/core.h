// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peers.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/links.h"
#include "server/core/http/route.h"
#include "server/core/limits/idempotency.h"

class Audience;
class DiskSpace;
class EventHub;
class HostResolver;
class ListThreads;
class Places;
class RateLimiter;
class ServerKey;
class WebClient;
struct SpoolSpace;

/// What the threads of one process share of the core. Thread: any.
struct SharedCore
{
    QString database; ///< the address of the database
    const ServerKey &key;
    EventHub &hub;
    EventOutlet outlet;
    const WebClient &web;
    const DiskSpace &disk;
    const HostResolver &hosts;
    RateLimiter &limiter;
    Places &listReaders; ///< of whole lists
    Places &listMakers;
    const SpoolSpace &longLists;
    ListThreads *listThreads = nullptr; ///< null before the server starts
    InFlight &inFlight;
    const ServerIdentity &server;
    const Relay &relay;
    QDateTime started = QDateTime::currentDateTimeUtc(); ///< the process
    QUrl ownUrl = {}; ///< where the server listens
    QUrl publicUrl = {}; ///< the address under which clients reach the server
};

/// The core on one thread: its database connection, and what is built on it alone.
class CoreServices
{
public:
    explicit CoreServices(const SharedCore &shared);

    RouteTable routes(Audience &audience);

    const SharedCore &shared;
    Database database;
    Peers peers;
    Links links;
    EventStore events;
    Idempotency idempotency;
};
