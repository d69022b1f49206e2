// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/binkeeper.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/cameras/store/mediastore.h"
#include "server/core/db/retry.h"
#include "server/core/jobs/job.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr int batch = 100;
}

BinKeeper::BinKeeper(Database &database, const Folders &folders, const EventOutlet &outlet)
    : m_database(database)
    , m_events(database, outlet)
    , m_archive(database)
    , m_files(folders.archive)
    , m_folders{folders.archive, folders.marks, folders.media}
{
}

void BinKeeper::removeStrayFiles(StrayFiles &strays, const std::atomic_bool &stopping)
{
    for (const auto &[path, data] : m_files.list(&stopping)) {
        if (stopping)
            break;
        const auto row = data.isNull() ? std::nullopt : m_archive.find(data);
        const QFileInfo file(path);
        if (!row)
            strays.add(file);
        else if (MediaStore::isId(row->storageId) && file.lastModified() < strays.before())
            QFile::remove(path);
    }
    strays.settle(stopping);
}

void BinKeeper::emptyBin(const std::atomic_bool &stopping)
{
    const QDateTime now = Times::now();
    PurgedStore(m_database).forgetOld(now);
    while (!stopping && retrying(m_database, [&] { return purgeData(now); }) == batch) { }
    while (!stopping && retrying(m_database, [&] { return purgeDevices(now); }) == batch) { }
}

qsizetype BinKeeper::purgeData(const QDateTime &now)
{
    Transaction transaction(m_database);
    const auto due = m_archive.binnedForUpdate(now, batch);
    for (const DeviceData &data : due) {
        m_archive.purge(data, now);
        m_events.record(
            data.accountId, u"data.deleted"_s,
            {{u"device_id"_s, data.deviceId.toString()}, {u"data_id"_s, data.dataId.toString()}, {u"purged"_s, true}});
    }
    transaction.commit();
    for (const DeviceData &data : due)
        m_files.remove(data.deviceId, data.dataId);
    return due.size();
}

/// Deletes devices. The database deletes the rows of their marks, photos, videos, and zones with them. A device stays
/// in the bin as long as a photo, a video, or a span of its recording is held.
qsizetype BinKeeper::purgeDevices(const QDateTime &now)
{
    Transaction transaction(m_database);
    const auto due = m_database.select<Device>(
        "SELECT * FROM device WHERE purge_at IS NOT NULL AND purge_at <= ? AND NOT EXISTS (SELECT 1 FROM device_data h "
        "WHERE h.device_id = device.device_id AND h.held_at IS NOT NULL AND (h.hold_until IS NULL OR h.hold_until > "
        "?)) AND NOT EXISTS (SELECT 1 FROM recording_hold s WHERE s.device_id = device.device_id AND (s.until IS NULL "
        "OR "
        "s.until > ?)) ORDER BY purge_at LIMIT ?"
            + m_database.skipLocked(),
        now, now, now, batch);
    for (const Device &device : due) {
        PurgedStore(m_database).noteDevice(device.deviceId, now);
        m_database.exec("DELETE FROM device WHERE device_id = ?", device.deviceId);
        m_events.record(device.accountId, u"device.removed"_s,
                        {{u"device_id"_s, device.deviceId.toString()}, {u"purged"_s, true}});
    }
    transaction.commit();
    for (const Device &device : due) {
        for (const QString &folder : std::as_const(m_folders))
            QDir(folder + u'/' + device.deviceId.toString()).removeRecursively();
    }
    return due.size();
}
