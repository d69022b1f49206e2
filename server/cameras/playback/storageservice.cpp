// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/storageservice.h"

#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/cameras/archive/archivestore.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/recording/recordingstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Sums the bytes of rows of the archive or of marks. Rows in the bin are found by the account, as no index has their
/// device.
class ByteSums
{
public:
    ByteSums(Database &database, AccountId account, DeviceId device)
        : m_database(database)
        , m_account(account)
        , m_device(device)
    {
    }

    qint64 data(DeviceData::Kind kind)
    {
        return m_database
            .value(
                "SELECT cast(coalesce(sum(bytes), 0) AS BIGINT) FROM (SELECT bytes FROM device_data WHERE device_id = "
                "? AND kind = ? AND deleted_at IS NULL UNION ALL SELECT bytes FROM device_data WHERE account_id = ? "
                "AND device_id = ? AND kind = ? AND deleted_at IS NOT NULL) AS items",
                m_device, kind, m_account, m_device, kind)
            .toLongLong();
    }
    qint64 marks()
    {
        return m_database
            .value(
                "SELECT cast(coalesce(sum(media_bytes), 0) AS BIGINT) FROM (SELECT media_bytes FROM device_mark WHERE "
                "account_id = ? AND device_id = ? AND deleted_at IS NULL UNION ALL SELECT media_bytes FROM device_mark "
                "WHERE account_id = ? AND device_id = ? AND deleted_at IS NOT NULL) AS items",
                m_account, m_device, m_account, m_device)
            .toLongLong();
    }

private:
    Database &m_database;
    const AccountId m_account;
    const DeviceId m_device;
};

/// Returns the bytes that devices have added since a time, as far as they are still there. `devices` is a condition on
/// `device_id` with the placeholder `id`.
template <typename SomeId>
qint64 addedSince(Database &database, AccountId account, const QByteArray &devices, SomeId id, const QDateTime &since)
{
    return database
        .value("SELECT cast(coalesce((SELECT sum(bytes) FROM recording WHERE " + devices
                   + " AND started_at >= ?), 0) + coalesce((SELECT sum(bytes) FROM device_data WHERE " + devices
                   + " AND deleted_at IS NULL AND taken_at >= ?), 0) + coalesce((SELECT sum(media_bytes) FROM "
                     "device_mark WHERE account_id = ? AND "
                   + devices + " AND deleted_at IS NULL AND started_at >= ?), 0) AS BIGINT)",
               id, since, id, since, account, id, since)
        .toLongLong();
}
}

DeviceStorage StorageService::storage(const Caller &caller, DeviceId device)
{
    m_devices.requireOwn(caller, device);
    const AccountId account = caller.accountId;
    ByteSums sums(m_database, account, device);
    RecordingStore recordings(m_database);
    DeviceStorage storage;
    storage.deviceId = device;
    storage.recordings = recordings.bytesOf(device);
    storage.recordingsBudget = CaptureModeStore(m_database).of(device).storageBytes;
    storage.photos = sums.data(DeviceData::Kind::Photo);
    storage.videos = sums.data(DeviceData::Kind::Video);
    storage.marks = sums.marks();
    storage.total = storage.recordings + storage.photos + storage.videos + storage.marks;
    storage.used = ArchiveStore(m_database).bytesOf(account) + recordings.bytesOf(account);

    const QDateTime yesterday = Times::now().addDays(-1);
    storage.perDay = addedSince(m_database, account, "device_id = ?", device, yesterday);
    const auto plan = PlanStore(m_database).inForce(account);
    storage.budget = plan ? plan->storageBytes : 0;
    if (storage.budget > 0) {
        const qint64 ofAll =
            addedSince(m_database, account,
                       "device_id IN (SELECT device_id FROM device WHERE account_id = ? AND deleted_at IS NULL)",
                       account, yesterday);
        if (ofAll > 0)
            storage.daysLeft = std::max<qint64>(0, storage.budget - storage.used) / ofAll;
    }
    return storage;
}
