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

    /// How the cameras are shared out at one moment.
    struct Standing
    {
        qsizetype fairShare = 0; ///< the most that one server reads: all cameras over all servers, rounded up
        QSet<DeviceId> held; ///< by this server, with those of devices in the bin
        bool someFree = false; ///< no server that is alive reads them
    };
    /// Returns how the cameras are shared out.
    Standing standing();
    /// Takes up to `most` cameras that no living server reads. Returns their number.
    /// Transaction: begins one.
    qsizetype take(qsizetype most);
    /// Returns the camera that this server has read for the shortest time.
    std::optional<DeviceId> newest();
    void release(DeviceId device);
    void releaseAll();
    bool holds(DeviceId device);
    /// Returns whether this server may record a mark that it saw begin at `since`: no other server took the camera
    /// before that time. Transaction: the caller's. No server can take the camera until it ends.
    bool mayRecord(DeviceId device, const QDateTime &since);

    /// Returns the address of the server that reads the camera, if that is another one. The address is empty if that
    /// server advertises none.
    std::optional<QUrl> otherReader(DeviceId device);

private:
    Database &m_database;
    ServerStore m_servers;
    QString m_serverId;
};
