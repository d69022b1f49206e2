// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/recordingstore.h"

namespace {
const QByteArray byTime = "started_at, recording_id";
}

std::optional<RecordedFile> RecordingStore::find(RecordingId recording)
{
    return m_database.one<RecordedFile>("SELECT * FROM recording WHERE recording_id = ?", recording);
}

QList<RecordedFile> RecordingStore::overlapping(const QByteArray &columns, const QByteArray &order, DeviceId device,
                                                const QDateTime &from, const QDateTime &to)
{
    const auto longest = std::chrono::milliseconds(longestFile).count();
    return m_database.select<RecordedFile>(
        "SELECT " + columns
            + " FROM recording WHERE device_id = ? AND started_at < ? AND started_at > ? AND (ended_at > ? OR is_open) "
              "ORDER BY "
            + order,
        device, to, from.addMSecs(-longest), from);
}

QList<RecordedFile> RecordingStore::between(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    return overlapping("*", byTime, device, from, to);
}

QList<RecordedFile> RecordingStore::betweenForUpdate(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    return overlapping("*", "recording_id" + m_database.forUpdate(), device, from, to);
}

QList<RecordedFile> RecordingStore::spansBetween(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    return overlapping("recording_id, device_id, storage_id, path, started_at, ended_at, bytes, init_bytes, "
                       "init_number, codec, width, height, gap, is_open",
                       byTime, device, from, to);
}

std::optional<RecordedFile> RecordingStore::nextFrom(DeviceId device, const QDateTime &time)
{
    return m_database.one<RecordedFile>(
        "SELECT * FROM recording WHERE device_id = ? AND started_at >= ? ORDER BY started_at LIMIT 1", device, time);
}

std::optional<RecordedFile> RecordingStore::lastBefore(DeviceId device, const QDateTime &time)
{
    return m_database.one<RecordedFile>(
        "SELECT * FROM recording WHERE device_id = ? AND started_at < ? ORDER BY started_at DESC LIMIT 1", device,
        time);
}

void RecordingStore::save(const RecordedFile &file)
{
    if (!m_database.update(file))
        m_database.insert(file);
}

void RecordingStore::remove(RecordingId recording)
{
    m_database.exec("DELETE FROM recording WHERE recording_id = ?", recording);
}

QList<RecordedFile> RecordingStore::openIn(const QString &storageId)
{
    return m_database.select<RecordedFile>("SELECT * FROM recording WHERE storage_id = ? AND is_open", storageId);
}

qint64 RecordingStore::bytesOf(DeviceId device)
{
    return m_database.value("SELECT cast(coalesce(sum(bytes), 0) AS BIGINT) FROM recording WHERE device_id = ?", device)
        .toLongLong();
}

qint64 RecordingStore::bytesOf(AccountId account)
{
    return m_database
        .value("SELECT cast(coalesce(sum(r.bytes), 0) AS BIGINT) FROM device d JOIN recording r ON r.device_id = "
               "d.device_id WHERE d.account_id = ?",
               account)
        .toLongLong();
}
