// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peers.h"
#include "server/core/jobs/job.h"
#include "server/insight/observations/observationwriter.h"

/// Finds the kept observations of cameras, here and on other servers.
class ObservationFiles
{
public:
    /// A file to read, without the database.
    struct Source
    {
        QString path = {}; ///< on this server; empty: on another one
        RelayedRequest remote = {}; ///< on another server; without an address if there is no such server at present
    };

    ObservationFiles(Database &database, Peers &peers, RecordingStorage storage)
        : m_store(database)
        , m_servers(database)
        , m_peers(peers)
        , m_storage(std::move(storage))
    {
    }

    /// Returns the files with the observations of a device between two times, the oldest first.
    QList<Source> sources(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Returns the spans of which nothing may be shown (ObservationStore::erased()).
    QList<RemovedSpan> erased(DeviceId device, const QDateTime &from, const QDateTime &to)
    {
        return m_store.erased(device, from, to);
    }
    /// Returns the content of a file. Returns an empty array if it cannot be read. Blocks.
    ///
    /// Thread: any.
    static QByteArray content(const Source &source, const Relay &relay);

    /// Replies with a file of this server to another server.
    ///
    /// Throws: 404.
    Reply here(const Request &request, DeviceId device, const QString &observation);

private:
    ObservationStore m_store;
    ServerStore m_servers;
    Peers &m_peers;
    const RecordingStorage m_storage;
};

/// Returns the route by which other servers fetch observations from this server.
RouteTable observationPeerRoutes(const Peers &peers, ObservationFiles &files);
/// Returns the job of each server that removes observations whose recording is gone, and objects whose recording was
/// deleted. Observations of the last day stay.
JobTable observationJobs(Database &database, const RecordingStorage &storage);
