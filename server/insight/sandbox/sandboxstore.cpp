// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/sandbox/sandboxstore.h"

namespace {
class CameraRow
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime endsAt MEMBER endsAt)

public:
    DeviceId deviceId;
    AppId appId;
    QString name;
    QUrl sourceUrl;
    DeviceModeId devicemodeId;
    QDateTime createdAt;
    QDateTime endsAt;
};

constexpr auto cameras = "SELECT d.device_id, s.app_id, d.name, d.source_url, d.devicemode_id, d.created_at, "
                         "a.trial_ends_at AS ends_at FROM sandbox_camera s JOIN device d ON d.device_id = s.device_id "
                         "JOIN app a ON a.app_id = s.app_id WHERE d.account_id = ? AND d.deleted_at IS NULL ";

SandboxCamera cameraOf(const CameraRow &row)
{
    const auto script = SceneScript::parse(row.sourceUrl).value_or(SceneScript());
    SandboxCamera camera;
    camera.deviceId = row.deviceId;
    camera.appId = row.appId;
    camera.name = row.name;
    camera.scene = script.kind;
    camera.everySeconds = script.every.count();
    camera.devicemodeId = row.devicemodeId;
    camera.createdAt = row.createdAt;
    camera.endsAt = row.endsAt;
    return camera;
}
}

void SandboxStore::insert(DeviceId device, AppId app)
{
    m_database.exec("INSERT INTO sandbox_camera (device_id, app_id) VALUES (?, ?)", device, app);
}

std::optional<SandboxCamera> SandboxStore::find(AccountId account, DeviceId device)
{
    const auto row = m_database.one<CameraRow>(QByteArray(cameras) + "AND d.device_id = ?", account, device);
    return row ? std::optional(cameraOf(*row)) : std::nullopt;
}

std::optional<SceneScript> SandboxStore::script(DeviceId device)
{
    return SceneScript::parse(
        QUrl(m_database.value("SELECT source_url FROM device WHERE device_id = ?", device).toString()));
}

QList<SandboxCamera> SandboxStore::list(AccountId account, AppId app)
{
    QList<SandboxCamera> found;
    const auto rows = m_database.select<CameraRow>(QByteArray(cameras) + "ORDER BY d.created_at, d.device_id", account);
    for (const CameraRow &row : rows) {
        if (app.isNull() || row.appId == app)
            found += cameraOf(row);
    }
    return found;
}

qint64 SandboxStore::countOf(AccountId account)
{
    return m_database
        .value("SELECT count(*) FROM sandbox_camera s JOIN device d ON d.device_id = s.device_id "
               "WHERE d.account_id = ? AND d.deleted_at IS NULL",
               account)
        .toLongLong();
}

QList<EndedSandbox> SandboxStore::endedForUpdate(const QDateTime &now, int limit)
{
    return m_database.select<EndedSandbox>(
        "SELECT device_id, account_id FROM device WHERE deleted_at IS NULL AND device_id IN (SELECT s.device_id FROM "
        "sandbox_camera s LEFT JOIN app a ON a.app_id = s.app_id WHERE a.app_id IS NULL OR a.trial_ends_at <= ?) "
        "ORDER BY device_id LIMIT ?"
            + m_database.forUpdate(),
        now, limit);
}

void SandboxStore::discard(DeviceId device, const QDateTime &now)
{
    m_database.exec("UPDATE device SET deleted_at = ?, purge_at = ?, updated_at = ? WHERE device_id = ?", now, now, now,
                    device);
    m_database.exec("DELETE FROM recording_hold WHERE device_id = ?", device);
    m_database.exec(
        "UPDATE device_data SET held_at = NULL, hold_reason = '', hold_until = NULL WHERE device_id = ? AND "
        "held_at IS NOT NULL",
        device);
}

qint64 SandboxStore::discardMarks(const QDateTime &time, const QDateTime &now, int limit)
{
    return m_database.exec("UPDATE device_mark SET deleted_at = ?, purge_at = ? WHERE devicemark_id IN ("
                           "SELECT m.devicemark_id FROM device_mark m JOIN sandbox_camera s ON s.device_id = "
                           "m.device_id WHERE m.deleted_at IS NULL AND m.state = 'closed' AND m.started_at < ? "
                           "ORDER BY m.devicemark_id LIMIT ?)",
                           now, now, time, limit);
}

#include "sandboxstore.moc"
