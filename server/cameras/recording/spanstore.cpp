// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/spanstore.h"

#include "server/core/http/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 longestObservations = 2 * 3'600'000; // milliseconds; of a file
const QByteArray inForce = "(until IS NULL OR until > ?)";
}

QList<Device> SpanStore::lockDevices(QList<DeviceId> devices)
{
    std::ranges::sort(devices);
    devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
    QList<Device> rows;
    for (const DeviceId device : std::as_const(devices)) {
        if (auto row = m_database.lock<Device>(device))
            rows += *std::move(row);
    }
    return rows;
}

QList<RecordingHold> SpanStore::holds(DeviceId device, const QDateTime &from, const QDateTime &to, const QDateTime &now)
{
    return m_database.select<RecordingHold>("SELECT * FROM recording_hold WHERE device_id = ? AND started_at < ? AND "
                                            "ended_at > ? AND "
                                                + inForce + " ORDER BY started_at",
                                            device, to, from, now);
}

void SpanStore::hold(const RecordingHold &hold)
{
    release(hold.deviceId, hold.startedAt, hold.endedAt);
    m_database.insert(hold);
}

void SpanStore::release(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    const auto overlapping = m_database.select<RecordingHold>(
        "DELETE FROM recording_hold WHERE device_id = ? AND started_at < ? AND ended_at > ? RETURNING *", device, to,
        from);
    for (const RecordingHold &before : overlapping) {
        if (before.startedAt < from) {
            RecordingHold rest = before;
            rest.endedAt = from;
            m_database.insert(rest);
        }
        if (before.endedAt > to) {
            RecordingHold rest = before;
            rest.startedAt = to;
            m_database.insert(rest);
        }
    }
}

void SpanStore::requireNone(DeviceId device, const QDateTime &now)
{
    const QVariant reason = m_database.value(
        "SELECT reason FROM recording_hold WHERE device_id = ? AND " + inForce
            + " UNION ALL SELECT hold_reason FROM device_data WHERE device_id = ? AND held_at IS NOT NULL AND "
              "(hold_until IS NULL OR hold_until > ?) LIMIT 1",
        device, now, device, now);
    if (reason.isValid())
        throw Problem::conflict(u"data_held"_s, u"A part of the camera's data is held. Remove its holds first."_s)
            .with(u"hold_reason"_s, reason.toString());
}

void SpanStore::removeEnded(DeviceId device, const QDateTime &now)
{
    m_database.exec("DELETE FROM recording_hold WHERE device_id = ? AND until <= ?", device, now);
}

qint64 SpanStore::countOf(DeviceId device)
{
    return m_database.value("SELECT count(*) FROM recording_hold WHERE device_id = ?", device).toLongLong();
}

qint64 SpanStore::heldBytes(AccountId account, const QDateTime &now)
{
    return m_database
        .value("SELECT cast(coalesce(sum(bytes), 0) AS BIGINT) FROM recording WHERE recording_id IN "
               "(SELECT r.recording_id FROM device d JOIN recording_hold h ON h.device_id = d.device_id "
               "JOIN recording r ON r.device_id = d.device_id AND r.started_at < h.ended_at AND "
               "r.ended_at > h.started_at WHERE d.account_id = ? AND "
                   + inForce + ")",
               account, now)
        .toLongLong();
}

void SpanStore::addNotHeld(Conditions &conditions, const QDateTime &now)
{
    conditions.add("NOT EXISTS (SELECT 1 FROM recording_hold h WHERE h.device_id = recording.device_id AND "
                   "h.started_at < recording.ended_at AND h.ended_at > recording.started_at AND "
                       + inForce + ")",
                   now);
}

void SpanStore::removeSeen(DeviceId device, const RemovedSpan &span)
{
    m_database.exec("DELETE FROM seen_object WHERE device_id = ? AND best_at >= ? AND best_at < ?", device,
                    span.startMs, span.endMs);
    m_database.exec("DELETE FROM near_miss WHERE device_id = ? AND started_at < ? AND ended_at > ?", device, span.endMs,
                    span.startMs);
    // A file has an hour from its start on, and its row may lag behind it by the minute of a block.
    m_database.exec("INSERT INTO observation_erasure (observation_id, device_id, started_at, ended_at) "
                    "SELECT observation_id, device_id, CAST(? AS BIGINT), CAST(? AS BIGINT) FROM observation WHERE "
                    "device_id = ? AND started_at < ? AND started_at > ? ON CONFLICT DO NOTHING",
                    span.startMs, span.endMs, device, span.endMs, span.startMs - longestObservations);
}

void SpanStore::noteRemoved(DeviceId device, const RemovedSpan &span)
{
    const auto touching = m_database.select<RemovedSpan>(
        "DELETE FROM recording_removal WHERE device_id = ? AND started_at <= ? AND ended_at >= ? "
        "RETURNING started_at, ended_at",
        device, span.endMs, span.startMs);
    RemovedSpan joined = span;
    for (const RemovedSpan &each : touching) {
        joined.startMs = std::min(joined.startMs, each.startMs);
        joined.endMs = std::max(joined.endMs, each.endMs);
    }
    m_database.exec("INSERT INTO recording_removal (device_id, started_at, ended_at) VALUES (?, ?, ?)", device,
                    joined.startMs, joined.endMs);
    m_database.exec("DELETE FROM recording_removal WHERE device_id = ? AND started_at < (SELECT started_at FROM "
                    "recording_removal WHERE device_id = ? ORDER BY started_at DESC LIMIT 1 OFFSET ?)",
                    device, device, mostRemovals - 1);
}

QList<RemovedSpan> SpanStore::removed(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    return m_database.select<RemovedSpan>("SELECT started_at, ended_at FROM recording_removal WHERE device_id = ? AND "
                                          "started_at < ? AND ended_at > ? ORDER BY started_at",
                                          device, to, from);
}

RecordingErasure SpanStore::noteErasure(const RecordedFile &file, const QDateTime &now)
{
    m_database.exec("INSERT INTO recording_erasure (recording_id, device_id, storage_id, path, started_at, ended_at, "
                    "created_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (recording_id, storage_id) DO UPDATE SET "
                    "path = excluded.path, created_at = excluded.created_at",
                    file.recordingId, file.deviceId, file.storageId, file.path, file.startedAt, file.endedAt, now);
    return {file.recordingId, file.deviceId, file.storageId, file.path, file.startedAt, file.endedAt, now};
}

QList<RecordingErasure> SpanStore::erasures(const QString &storageId, RecordingId after, int limit)
{
    return m_database.select<RecordingErasure>("SELECT * FROM recording_erasure WHERE storage_id = ? AND "
                                               "recording_id > ? ORDER BY recording_id LIMIT ?",
                                               storageId, after.toString(), limit);
}

bool SpanStore::isErased(RecordingId recording)
{
    return m_database.value("SELECT 1 FROM recording_erasure WHERE recording_id = ?", recording).isValid();
}

void SpanStore::endErasure(const RecordingErasure &erasure)
{
    m_database.exec("DELETE FROM recording_erasure WHERE recording_id = ? AND storage_id = ? AND created_at = ?",
                    erasure.recordingId, erasure.storageId, erasure.createdAt);
}
