// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/serverstatus.h"
#include "server/core/http/route.h"
#include "server/post/post.h"
#include "server/support/status/ownstate.h"

class PeerStates;

/// Tells the people who run the servers how these are: administrators in the portal, and the owner of the server that
/// the portal contains. Every other server on the database is asked for its own state.
class StatusService
{
public:
    StatusService(CoreServices &core, const PostServices &post, CameraServices &cameras, InsightServices &insight,
                  const StatusSettings &settings, PeerStates &peers)
        : m_core(core)
        , m_post(post)
        , m_own(core, cameras, insight, settings)
        , m_ownerSees(settings.ownerSees)
        , m_peers(peers)
    {
    }

    /// Returns the state of all servers. Asks the others, and waits two seconds for them at most. Names are those of
    /// the caller's own cameras.
    /// Throws: Problem 403 `insufficient_scope`.
    ServerStatus status(const Caller &caller);
    /// Returns the state of this server, for the others.
    ServerState own() const { return m_own.look(); }

    static constexpr qsizetype mostServers = 64;

private:
    bool maySee(const Caller &caller);
    QList<ServerState> servers();
    QList<ServerState> others(const ServerState &self);
    void nameOwn(const Caller &caller, QList<ServerState> &servers);
    CameraTotals cameras();
    QList<JobState> jobs();
    MailState mail(const QList<JobState> &jobs) const;
    DatabaseState database();

    CoreServices &m_core;
    const PostServices &m_post;
    const OwnState m_own;
    const bool m_ownerSees;
    PeerStates &m_peers;
};

/// Returns the routes of the status, for clients and for other servers.
RouteTable statusRoutes(StatusService &status, const Peers &peers);
