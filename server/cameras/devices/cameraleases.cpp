// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/cameraleases.h"

#include "models/core/times.h"

namespace {
/// Joins devices with the living servers that read them. The parameter is the current time.
constexpr auto readers = " FROM device d LEFT JOIN camera_lease l ON l.device_id = d.device_id "
                         "LEFT JOIN server s ON s.server_id = l.server_id AND s.alive_until >= ? ";

class LeaseRow
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString serverId MEMBER serverId)
    Q_PROPERTY(QDateTime takenAt MEMBER takenAt)

public:
    DeviceId deviceId;
    QString serverId;
    QDateTime takenAt;
};

class CountRow
{
    Q_GADGET
    Q_PROPERTY(qint64 cameras MEMBER cameras)
    Q_PROPERTY(qint64 taken MEMBER taken)

public:
    qint64 cameras = 0;
    qint64 taken = 0;
};
}

CameraLeases::Standing CameraLeases::standing()
{
    Standing standing;
    const qint64 servers = std::max(1, m_servers.count());
    const auto counts = m_database
                            .one<CountRow>(QByteArray("SELECT count(*) AS cameras, count(s.server_id) AS taken")
                                               + readers + "WHERE d.deleted_at IS NULL",
                                           m_servers.now())
                            .value_or(CountRow());
    standing.fairShare = qsizetype((counts.cameras + servers - 1) / servers);
    standing.hasFree = counts.taken < counts.cameras;
    for (const LeaseRow &lease :
         m_database.select<LeaseRow>("SELECT * FROM camera_lease WHERE server_id = ?", m_serverId))
        standing.held += lease.deviceId;
    return standing;
}

qsizetype CameraLeases::take(qsizetype most)
{
    Transaction transaction(m_database);
    // Servers take cameras one after another, so that each sees which cameras are taken.
    m_database.value("SELECT pg_advisory_xact_lock(7700171)");
    const QDateTime now = m_servers.now();
    const auto free = m_database.select<LeaseRow>(QByteArray("SELECT d.device_id") + readers
                                                      + "WHERE d.deleted_at IS NULL AND s.server_id IS NULL "
                                                        "ORDER BY d.device_id LIMIT ?",
                                                  now, most);
    for (const LeaseRow &camera : free)
        m_database.exec("INSERT INTO camera_lease (device_id, server_id, taken_at) VALUES (?, ?, ?) "
                        "ON CONFLICT (device_id) DO UPDATE SET server_id = excluded.server_id, "
                        "taken_at = excluded.taken_at",
                        camera.deviceId, m_serverId, now);
    transaction.commit();
    return free.size();
}

std::optional<DeviceId> CameraLeases::newest(const QSet<DeviceId> &except)
{
    for (const LeaseRow &lease : m_database.select<LeaseRow>(
             "SELECT * FROM camera_lease WHERE server_id = ? ORDER BY taken_at DESC, device_id DESC LIMIT ?",
             m_serverId, except.size() + 1)) {
        if (!except.contains(lease.deviceId))
            return lease.deviceId;
    }
    return std::nullopt;
}

void CameraLeases::release(DeviceId device)
{
    m_database.exec("DELETE FROM camera_lease WHERE device_id = ? AND server_id = ?", device, m_serverId);
}

void CameraLeases::releaseAll() { m_database.exec("DELETE FROM camera_lease WHERE server_id = ?", m_serverId); }

bool CameraLeases::holds(DeviceId device)
{
    return m_database.value("SELECT 1 FROM camera_lease WHERE device_id = ? AND server_id = ?", device, m_serverId)
        .isValid();
}

bool CameraLeases::mayRecord(DeviceId device, const QDateTime &since)
{
    if (!m_database.isPostgres())
        return true; // a SQLite database has only one server
    const auto lease = m_database.one<LeaseRow>("SELECT * FROM camera_lease WHERE device_id = ? FOR SHARE", device);
    // The lease has the time of the database's clock, and the mark has the time of this server's clock.
    const qint64 behind = Times::now().msecsTo(m_servers.now());
    return !lease || lease->serverId == m_serverId || lease->takenAt > since.addMSecs(behind);
}

std::optional<QUrl> CameraLeases::otherReader(DeviceId device)
{
    if (!m_database.isPostgres())
        return std::nullopt;
    const auto server =
        m_database.one<ServerRow>("SELECT s.* FROM camera_lease l JOIN server s ON s.server_id = l.server_id "
                                  "WHERE l.device_id = ? AND l.server_id <> ? AND s.alive_until >= ?",
                                  device, m_serverId, m_servers.now());
    return server ? std::optional(QUrl(server->address)) : std::nullopt;
}

#include "cameraleases.moc"
