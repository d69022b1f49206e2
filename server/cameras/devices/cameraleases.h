// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"

#include <QSet>

/// Which server reads which camera, on a PostgreSQL database that several servers share. A lease holds while its server
/// is alive (Heartbeat).
class CameraLeases
{
public:
    CameraLeases(Database &database, QString serverId)
        : m_database(database)
        , m_servers(database)
        , m_serverId(std::move(serverId))
    {
    }

    /// How the cameras are spread at this moment.
    struct Standing
    {
        qsizetype fairShare = 0; ///< the most that one server reads: all cameras over all servers, rounded up
        QSet<DeviceId> held; ///< by this server, with those of devices in the bin
        bool someFree = false; ///< no server that is alive reads them
    };
    Standing standing();
    /// Takes up to `most` cameras that no server reads.
    /// Transaction: begins one.
    qsizetype take(qsizetype most);
    /// The camera that this server has read for the shortest time.
    std::optional<DeviceId> newest();
    void release(DeviceId device);
    void releaseAll();
    bool holds(DeviceId device);
    /// Whether a mark that this server saw begin at that time is its own to record: nobody took the camera before.
    /// Until the end of the transaction nobody can.
    bool mayRecord(DeviceId device, const QDateTime &since);

    /// Where the server is reached that reads the camera, when that is another one. An empty address: nowhere.
    std::optional<QUrl> otherReader(DeviceId device);

private:
    Database &m_database;
    ServerStore m_servers;
    QString m_serverId;
};
