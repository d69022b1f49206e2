// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observationstore.h"

#include "server/cameras/recording/recordingstore.h"
#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"
#include "server/insight/observations/observationtrail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 longestRecording = std::chrono::milliseconds(RecordingStore::longestFile).count();

/// Returns the tables and the conditions of a search. With a zone, the index of zones has the order of the list.
QByteArray tablesOf(const SeenObjectQuery &query)
{
    return query.zone.isNull() ? "seen_object s" : "seen_object_zone s JOIN seen_object o ON o.track_id = s.track_id";
}

Conditions conditionsOf(const SeenObjectQuery &query)
{
    const QByteArray object = query.zone.isNull() ? "s." : "o.";
    Conditions conditions;
    conditions.filter(object + "account_id = ?", query.account);
    conditions.filter(object + "device_id = ?", query.device);
    conditions.filter("s.zone_id = ?", query.zone);
    conditions.filter(object + "label = ?", query.label);
    conditions.filter("s.started_at >= ?", query.from);
    conditions.filter("s.started_at < ?", query.to);
    conditions.add("NOT EXISTS (SELECT 1 FROM recording_removal x WHERE x.device_id = " + object
                   + "device_id AND x.started_at <= " + object + "best_at AND x.ended_at > " + object + "best_at)");
    return conditions;
}
}

std::optional<ObservationFile> ObservationStore::find(DeviceId device, const QString &observation)
{
    return m_database.one<ObservationFile>("SELECT * FROM observation WHERE observation_id = ? AND device_id = ?",
                                           observation, device);
}

QList<ObservationFile> ObservationStore::between(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    return m_database.select<ObservationFile>(
        "SELECT * FROM observation WHERE device_id = ? AND started_at < ? AND started_at > ? AND ended_at > ? ORDER BY "
        "started_at, observation_id",
        device, to, from.addMSecs(-ObservationTrail::longestFile - ObservationTrail::longestBlock),
        from.addMSecs(-ObservationTrail::longestBlock));
}

void ObservationStore::save(const ObservationFile &file)
{
    if (!m_database.update(file))
        m_database.insert(file);
}

QList<ObservationFile> ObservationStore::expired(const QString &storageId, const QDateTime &time, int limit)
{
    return m_database.select<ObservationFile>(
        "SELECT * FROM observation o WHERE storage_id = ? AND ended_at < ? AND NOT EXISTS (SELECT 1 FROM recording r "
        "WHERE r.device_id = o.device_id AND r.started_at < o.ended_at AND r.started_at > o.started_at - ? AND "
        "(r.ended_at > o.started_at OR r.is_open)) ORDER BY ended_at LIMIT ?",
        storageId, time, longestRecording, limit);
}

void ObservationStore::remove(const QString &observation)
{
    m_database.exec("DELETE FROM observation WHERE observation_id = ?", observation);
}

qint64 ObservationStore::removeDeleted(int limit)
{
    return m_database.exec(
        "DELETE FROM seen_object WHERE track_id IN (SELECT o.track_id FROM recording_removal x JOIN seen_object o ON "
        "o.device_id = x.device_id AND o.best_at >= x.started_at AND o.best_at < x.ended_at LIMIT ?)",
        limit);
}

QList<RemovedSpan> ObservationStore::erased(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    return m_database.select<RemovedSpan>("SELECT started_at, ended_at FROM recording_removal WHERE device_id = ? AND "
                                          "started_at < ? AND ended_at > ? UNION SELECT started_at, ended_at FROM "
                                          "observation_erasure WHERE device_id = ? AND started_at < ? AND ended_at > ? "
                                          "ORDER BY 1",
                                          device, to, from, device, to, from);
}

QList<ObservationErasure> ObservationStore::erasures(const QString &storageId, const QString &after, int files)
{
    return m_database.select<ObservationErasure>(
        "SELECT e.observation_id, o.path, e.started_at, e.ended_at FROM observation_erasure e JOIN observation o ON "
        "o.observation_id = e.observation_id WHERE e.observation_id IN (SELECT f.observation_id FROM "
        "observation_erasure f JOIN observation g ON g.observation_id = f.observation_id WHERE g.storage_id = ? AND "
        "f.observation_id > ? GROUP BY f.observation_id ORDER BY f.observation_id LIMIT ?) ORDER BY e.observation_id",
        storageId, after, files);
}

void ObservationStore::endErasure(const ObservationErasure &erasure)
{
    m_database.exec("DELETE FROM observation_erasure WHERE observation_id = ? AND started_at = ? AND ended_at = ?",
                    erasure.observationId, erasure.startMs, erasure.endMs);
}

void ObservationStore::save(const SeenObject &object)
{
    const QString zones = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList([&] {
                                                QStringList ids;
                                                for (const ZoneId zone : object.zones)
                                                    ids += zone.toString();
                                                return ids;
                                            }()))
                                                .toJson(QJsonDocument::Compact));
    const qint64 saved = m_database.exec(
        "INSERT INTO seen_object (track_id, observation_id, account_id, device_id, label, score, started_at, ended_at, "
        "best_at, box, zones) SELECT ?, ?, account_id, device_id, ?, CAST(? AS DOUBLE PRECISION), CAST(? AS BIGINT), "
        "CAST(? AS BIGINT), CAST(? AS BIGINT), ?, ? FROM device WHERE device_id = ? AND EXISTS (SELECT 1 FROM "
        "observation WHERE observation_id = ?) AND NOT EXISTS (SELECT 1 FROM recording_removal x WHERE x.device_id = "
        "device.device_id AND x.started_at <= ? AND x.ended_at > ?) ON CONFLICT (track_id) DO UPDATE "
        "SET label = excluded.label, score = excluded.score, ended_at = excluded.ended_at, best_at = excluded.best_at, "
        "box = excluded.box, zones = excluded.zones",
        object.trackId, object.observationId, object.label, object.score, object.startedAt, object.endedAt,
        object.bestAt, QString::fromUtf8(toJson(object.box)), zones, object.deviceId, object.observationId,
        object.bestAt, object.bestAt);
    for (const ZoneId zone : saved > 0 ? object.zones : QList<ZoneId>()) {
        m_database.exec("INSERT INTO seen_object_zone (zone_id, started_at, track_id) VALUES (?, ?, ?) ON CONFLICT DO "
                        "NOTHING",
                        zone, object.startedAt, object.trackId);
    }
}

QList<SeenObject> ObservationStore::find(const SeenObjectQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed("(s.started_at, s.track_id) < (?, ?)"), page.afterTimeAndId());
    return m_database.selectWith<SeenObject>("SELECT " + QByteArray(query.zone.isNull() ? "s.*" : "o.*") + " FROM "
                                                 + tablesOf(query) + " WHERE " + conditions.sql() + " ORDER BY "
                                                 + page.directed("s.started_at DESC, s.track_id DESC")
                                                 + " LIMIT ? OFFSET ?",
                                             conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 ObservationStore::count(const SeenObjectQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database
        .valueWith("SELECT count(*) FROM " + tablesOf(query) + " WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

QSet<QString> ObservationStore::recorded(const QList<SeenObject> &objects)
{
    QVariantList values{longestRecording};
    for (const SeenObject &object : objects)
        values += object.trackId;
    QSet<QString> found;
    if (objects.isEmpty())
        return found;
    for (const auto &object : m_database.selectWith<SeenObject>(
             "SELECT o.track_id FROM seen_object o WHERE EXISTS (SELECT 1 FROM recording r WHERE r.device_id = "
             "o.device_id AND r.started_at <= o.best_at AND r.started_at > o.best_at - ? AND (r.ended_at > o.best_at "
             "OR "
             "r.is_open)) AND o.track_id IN ("
                 + Database::placeholders(objects.size()) + ")",
             values))
        found += object.trackId;
    return found;
}
