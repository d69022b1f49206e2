// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"

#include <QSet>

/// Decides which server reads which camera if several servers share a PostgreSQL database. A lease is valid while its
/// server is alive (see Heartbeat).
class CameraLeases
{
public:
    CameraLeases(Database &database, QString serverId)
        : m_database(database)
        , m_servers(database)
        , m_serverId(std::move(serverId))
    {
    }

    /// How the cameras are distributed over the servers at present.
    struct Standing
    {
        qsizetype fairShare = 0; ///< most cameras for one server: all cameras divided by all servers, rounded up
        QSet<DeviceId> held; ///< cameras of this server, including those of devices in the bin
        bool hasFree = false; ///< there are cameras that no living server reads
    };
    Standing standing();
    /// Takes up to `most` cameras that no living server reads. Returns their number.
    ///
    /// Transaction: begins its own.
    qsizetype take(qsizetype most);
    /// Returns the camera that this server took last, or nothing if it holds none besides `except`.
    std::optional<DeviceId> newest(const QSet<DeviceId> &except);
    /// Releases the lease of a camera, if this server holds it.
    void release(DeviceId device);
    void releaseAll();
    /// Returns true if this server holds the lease of the camera.
    bool holds(DeviceId device);
    /// Returns true if this server may record a mark that began at `since`, because no other server took the camera
    /// before that time. No other server can take the camera until the transaction ends.
    ///
    /// Transaction: the caller's.
    bool mayRecord(DeviceId device, const QDateTime &since);

    /// Returns the internal URL of another server that reads the camera, or nothing if no other server reads it. The
    /// URL is empty if that server does not advertise any.
    std::optional<QUrl> otherReader(DeviceId device);

private:
    Database &m_database;
    ServerStore m_servers;
    QString m_serverId;
};
