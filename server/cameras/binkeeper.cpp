// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/binkeeper.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/core/db/retry.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookEvery = std::chrono::minutes(10);
constexpr int batch = 100;
}

BinKeeper::BinKeeper(Database &database, const Folders &folders, const EventOutlet &outlet)
    : m_database(database)
    , m_events(database, outlet)
    , m_archive(database)
    , m_files(folders.archive)
    , m_folders{folders.archive, folders.marks, folders.media}
{
    removeStrayFiles();
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { keep(); });
    m_clock.start(lookEvery);
    keep();
}

/// Before anything is uploaded, so that none of them is one that is just arriving.
void BinKeeper::removeStrayFiles()
{
    for (const auto &[path, data] : m_files.list()) {
        if (data.isNull() || !m_archive.find(data))
            QFile::remove(path);
    }
}

void BinKeeper::keep()
{
    try {
        const QDateTime now = Times::now();
        PurgedStore(m_database).forgetOld(now);
        while (retrying(m_database, [&] { return purgeData(now); }) == batch) { }
        while (retrying(m_database, [&] { return purgeDevices(now); }) == batch) { }
    } catch (const std::exception &error) {
        qWarning("The bin is not emptied: %s", error.what());
    }
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

/// Marks, photos, videos and zones go with their device.
qsizetype BinKeeper::purgeDevices(const QDateTime &now)
{
    Transaction transaction(m_database);
    const auto due = m_database.select<Device>(
        "SELECT * FROM device WHERE purge_at IS NOT NULL AND purge_at <= ? ORDER BY purge_at LIMIT ?"
            + m_database.skipLocked(),
        now, batch);
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
