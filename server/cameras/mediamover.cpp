// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/mediamover.h"

#include "models/cameras/devicedata.h"
#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recording/recordedfile.h"
#include "server/cameras/recording/sheetfolder.h"
#include "server/cameras/recording/spanstore.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storedmedia.h"
#include "server/core/base/clockslack.h"
#include "server/core/cluster/strayfiles.h"
#include "server/core/db/retry.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.store", QtInfoMsg)

constexpr int batch = 50;
/// Newer recordings stay: the clips of marks may still need them.
constexpr auto leastAge = 3min;
constexpr JobKind moving{.name = QLatin1StringView("store"), .lane = Job::Lane::Bulk, .atOnce = 1};
constexpr JobKind deleting{.name = QLatin1StringView("store_deletion"), .lane = Job::Lane::Bulk, .atOnce = 1};

/// A server deletes an object within this time, or has ended. Less than the notice that StoreMove takes.
constexpr auto claimLifetime = 1h;
/// A note that is overdue for longer was not seen in time: the database was not used then, or was restored from a
/// backup that does not know whether a row came to name the object.
constexpr auto mostOverdue = 1h;
}

/// An object to delete.
class UnnamedObject
{
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(qint64 dueAt MEMBER dueAt)
    Q_PROPERTY(qint64 attempts MEMBER attempts)

public:
    QString key;
    qint64 dueAt = 0; ///< in milliseconds since the epoch; 0: the object was complete
    qint64 attempts = 0;
};

namespace {
QDateTime after(std::chrono::milliseconds pause) { return Times::now().addMSecs(pause.count()); }
}

MediaMover::MediaMover(Database &database, StoredMedia &stored, ArchiveFiles files, RecordingStorage recordings,
                       const MediaHub &media)
    : m_database(database)
    , m_stored(stored)
    , m_owner(database, stored)
    , m_moveData(database, stored, moving.name)
    , m_moveRecording(database, stored)
    , m_files(std::move(files))
    , m_recordings(std::move(recordings))
    , m_media(media)
{
}

void MediaMover::moveFinished(const std::atomic_bool &stopping)
{
    m_moveData.removeLeft();
    moveData(stopping);
    moveRecordings(stopping);
}

/// Looks at each row once, by the order of the IDs: a row whose file is missing stays where it is.
void MediaMover::moveData(const std::atomic_bool &stopping)
{
    DeviceDataId last;
    for (bool isEnd = false; !isEnd;) {
        const auto all = m_database.select<DeviceData>("SELECT * FROM device_data WHERE storage_id = ? AND state = "
                                                       "'ready' AND data_id > ? ORDER BY data_id LIMIT ?",
                                                       m_files.storageId(), last.toString(), batch);
        for (const DeviceData &data : all) {
            if (stopping)
                throw JobBrokenOff();
            const QString key = StoredKeys::ofData(data.deviceId, data.dataId);
            m_moveData.move({{key, m_files.path(data.deviceId, data.dataId)}}, [&] {
                return m_database.exec("UPDATE device_data SET storage_id = ? WHERE storage_id = ? AND data_id = ?",
                                       m_stored.id(), m_files.storageId(), data.dataId)
                    > 0;
            });
            last = data.dataId;
        }
        isEnd = all.size() < batch;
    }
}

void MediaMover::moveRecordings(const std::atomic_bool &stopping)
{
    RecordingId last;
    for (bool isEnd = false; !isEnd;) {
        const auto all = m_database.select<RecordedFile>(
            "SELECT recording_id, device_id, storage_id, path, started_at, ended_at, bytes FROM recording r WHERE "
            "storage_id = ? AND NOT is_open AND ended_at < ? AND recording_id > ? AND NOT EXISTS (SELECT 1 FROM "
            "recording_erasure e WHERE e.recording_id = r.recording_id AND e.storage_id = r.storage_id) "
            "ORDER BY recording_id LIMIT ?",
            m_recordings.id, Times::now().addMSecs(-std::chrono::milliseconds(leastAge).count()), last.toString(),
            batch);
        for (const RecordedFile &file : all) {
            if (stopping)
                throw JobBrokenOff();
            last = file.recordingId;
            if (m_recordings.isOwn(file) && !isInRing(file))
                move(file);
        }
        isEnd = all.size() < batch;
    }
}

void MediaMover::move(const RecordedFile &file)
{
    const QString path = m_recordings.path(file);
    m_moveRecording.move({{file.path, path}}, [&] {
        m_database.value("SELECT 1 FROM device WHERE device_id = ?" + m_database.forShare(), file.deviceId);
        // A user may have deleted a part meanwhile, which changes the size.
        const bool isNamed =
            m_database.exec("UPDATE recording SET storage_id = ? WHERE storage_id = ? AND recording_id = ? AND "
                            "bytes = ?",
                            m_stored.id(), m_recordings.id, file.recordingId, file.bytes)
            > 0;
        if (isNamed) {
            SpanStore(m_database).noteErasure(file, Times::now()); // it outlives a crash, unlike a list
            // Sheets of stored recordings are not kept: another server may erase or delete the recording.
            m_database.afterCommit([path, from = file.startedAt, to = file.endedAt] {
                SheetFolder(QFileInfo(path).path()).removeBetween(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch());
            });
        }
        return isNamed;
    });
}

/// Returns whether the file may still be written to the index.
bool MediaMover::isInRing(const RecordedFile &file) const
{
    const auto ring = m_media.recordedFiles(file.deviceId);
    return std::ranges::any_of(ring, [&](const RingFile &each) { return each.name.id == file.recordingId; });
}

/// Puts an object off until the time that is returned, so that no other server deletes it, and nothing comes to name it
/// meanwhile. Returns nothing if another server was faster, or if a row names the object, which then stays.
std::optional<QDateTime> MediaMover::claim(const UnnamedObject &object)
{
    const QDateTime until = after(claimLifetime);
    bool isKept = false;
    const bool isClaimed = inTransaction(m_database, [&] {
        // The attempt is counted before it is made, so that one which a crash ends counts as well.
        if (m_database.exec("UPDATE store_deletion SET due_at = ?, attempts = attempts + 1 WHERE storage_id = ? AND "
                            "key = ? AND due_at = ?",
                            until, m_stored.id(), object.key, object.dueAt)
            == 0)
            return false;
        isKept = StoredKeys::isNamed(m_database, m_stored.id(), object.key);
        if (isKept)
            m_database.exec("DELETE FROM store_deletion WHERE storage_id = ? AND key = ?", m_stored.id(), object.key);
        return !isKept;
    });
    if (isKept)
        qCWarning(log, "%s is not deleted, as a row names it", qUtf8Printable(object.key));
    return isClaimed ? std::optional(until) : std::nullopt;
}

/// Returns whether the object may be wanted, although nothing has come to name it in this database. An object that was
/// complete, or was about to be deleted, is not.
bool MediaMover::isOverdue(const UnnamedObject &object)
{
    return object.dueAt > 0 && object.attempts == 0
        && object.dueAt < Times::now().addMSecs(-std::chrono::milliseconds(mostOverdue).count()).toMSecsSinceEpoch();
}

void MediaMover::putOff(const UnnamedObject &object)
{
    inTransaction(m_database, [&] {
        m_database.exec("UPDATE store_deletion SET due_at = ? WHERE storage_id = ? AND key = ? AND due_at = ?",
                        after(StrayFiles::grace), m_stored.id(), object.key, object.dueAt);
    });
    qCInfo(log, "%s is deleted in a day, as no row names it", qUtf8Printable(object.key));
}

void MediaMover::deleteUnnamed(const std::atomic_bool &stopping)
{
    // A time after the longest pause was written while the clock was ahead.
    const auto due = m_database.select<UnnamedObject>(
        "SELECT key, due_at, attempts FROM store_deletion WHERE storage_id = ? AND (due_at <= ? OR due_at > ? OR "
        "(attempts > 0 AND due_at > ?)) ORDER BY due_at LIMIT ?",
        m_stored.id(), Times::now(), after(StrayFiles::grace + clockSlack),
        after(BackOff::longestWith(BackOff::longest) + clockSlack), batch * 20);
    for (const UnnamedObject &object : due) {
        if (stopping)
            throw JobBrokenOff();
        m_owner.require();
        if (isOverdue(object)) {
            putOff(object);
            continue;
        }
        const auto claimed = claim(object);
        if (!claimed)
            continue;
        try {
            m_stored.forget(object.key);
            if (object.dueAt > 0)
                m_stored.store().abandon(object.key);
            m_stored.store().remove(object.key);
            inTransaction(m_database, [&] {
                m_database.exec("DELETE FROM store_deletion WHERE storage_id = ? AND key = ? AND due_at = ?",
                                m_stored.id(), object.key, *claimed);
            });
        } catch (const StoreError &error) {
            qCWarning(log, "Cannot delete %s: %s", qUtf8Printable(object.key), error.what());
            inTransaction(m_database, [&] {
                m_database.exec("UPDATE store_deletion SET due_at = ? WHERE storage_id = ? AND key = ? AND due_at = ?",
                                after(BackOff::pause(object.attempts + 1, 5s, 0.5)), m_stored.id(), object.key,
                                *claimed);
            });
        }
    }
}

JobTable mediaMoverJobs(Database &database, StoredMedia &stored, const ArchiveFiles &files,
                        const RecordingStorage &recordings, const MediaHub &media)
{
    const auto mover = std::make_shared<MediaMover>(database, stored, files, recordings, media);
    return {{.kind = moving,
             .run =
                 [mover](const Job &, const std::atomic_bool &stopping) {
                     mover->moveFinished(stopping);
                     return std::nullopt;
                 },
             .period = 30s,
             .everyServer = true},
            {.kind = deleting,
             .run =
                 [mover](const Job &, const std::atomic_bool &stopping) {
                     mover->deleteUnnamed(stopping);
                     return std::nullopt;
                 },
             .period = 60s,
             .everyServer = true}};
}

#include "mediamover.moc"
