// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingkeeper.h"

#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/cameras/archive/archivestore.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/recorder/fairshare.h"
#include "server/cameras/recording/sheetfolder.h"
#include "server/cameras/store/mediastore.h"
#include "server/core/db/conditions.h"
#include "server/core/db/retry.h"
#include "server/identity/access/caps.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int batch = 100;
/// The newest recordings stay: the clips of marks may still need them.
constexpr auto leastAge = 3min;
/// An open file that has not grown for this time is of a server that has not started again.
constexpr auto abandonedAge = 24h;

const QByteArray ofAccount = "device_id IN (SELECT device_id FROM device WHERE account_id = ?)";
const QByteArray columns = "recording_id, device_id, storage_id, path, bytes, started_at, ended_at";

QDateTime before(std::chrono::milliseconds age) { return Times::now().addMSecs(-age.count()); }

/// What a limit allows.
struct Allowance
{
    QDateTime since = {}; ///< recordings that ended earlier go; invalid: none of them
    std::optional<qint64> bytes = {}; ///< of all recordings that count

    static QDateTime sinceDays(qint64 days) { return days > 0 ? Times::now().addDays(-days) : QDateTime(); }
};
}

/// The recordings of an account that one limit concerns.
struct LimitedRecordings
{
    AccountId account;
    Conditions which;
    /// Reads the limit. It is called again under the lock of the account, because a plan or a mode may have changed.
    std::function<Allowance()> allowance;
};

RecordingKeeper::RecordingKeeper(Database &database, RecordingStorage storage, const RecordingBudget &budget)
    : m_database(database)
    , m_store(database)
    , m_spans(database)
    , m_storage(std::move(storage))
    , m_budget(budget)
{
}

void RecordingKeeper::keepBudgets(const std::atomic_bool &stopping)
{
    m_storage.mark(m_database);
    keepCameras(stopping);
    keepPlans(stopping);
    keepServer(stopping);
}

/// Removes what exceeds the limit, some files in each transaction.
void RecordingKeeper::keep(const LimitedRecordings &limited, const std::atomic_bool &stopping)
{
    for (qsizetype chosen = batch; chosen == batch && !stopping && exceeds(limited);)
        removeFiles(inTransaction(m_database, [&] { return removeExcessive(limited, chosen); }));
}

/// Returns whether a file would be removed, without a lock.
bool RecordingKeeper::exceeds(const LimitedRecordings &limited)
{
    const Allowance allowed = limited.allowance();
    if (allowed.bytes && excessOver(limited, *allowed.bytes) > 0)
        return true;
    const auto first = allowed.since.isValid() ? oldest(limited, 1) : QList<RecordedFile>();
    return !first.isEmpty() && first.constFirst().endedAt < allowed.since;
}

qint64 RecordingKeeper::excessOver(const LimitedRecordings &limited, qint64 most)
{
    return m_database
               .valueWith("SELECT cast(coalesce(sum(bytes), 0) AS BIGINT) FROM recording WHERE " + limited.which.sql(),
                          limited.which.values())
               .toLongLong()
        - most;
}

/// Returns the oldest files that may be removed.
QList<RecordedFile> RecordingKeeper::oldest(const LimitedRecordings &limited, int most)
{
    Conditions conditions("ended_at < ? AND (NOT is_open OR ended_at < ?)", before(leastAge), before(abandonedAge));
    conditions.addWith(limited.which.sql(), limited.which.values());
    SpanStore::addNotHeld(conditions, Times::now());
    return m_database.selectWith<RecordedFile>("SELECT " + columns + " FROM recording WHERE " + conditions.sql()
                                                   + " ORDER BY started_at, recording_id LIMIT ?",
                                               conditions.values() + QVariantList{most});
}

/// Returns the oldest files that have to go, in the order of their IDs.
QList<RecordedFile> RecordingKeeper::excessive(const LimitedRecordings &limited)
{
    const Allowance allowed = limited.allowance();
    qint64 excess = allowed.bytes ? excessOver(limited, *allowed.bytes) : 0;
    QList<RecordedFile> files = oldest(limited, batch);
    const auto firstToStay = std::ranges::find_if(files, [&](const RecordedFile &file) {
        const bool isOld = allowed.since.isValid() && file.endedAt < allowed.since;
        const bool stays = excess <= 0 && !isOld;
        excess -= file.bytes;
        return stays;
    });
    files.erase(firstToStay, files.end());
    std::ranges::sort(files, {}, [](const RecordedFile &file) { return file.recordingId.toString(); });
    return files;
}

/// Removes rows and notes their files, in the caller's transaction. `chosen` becomes the number of rows that were to be
/// removed: fewer are if a user deletes some of them at the same moment. An object of the media store is noted by a
/// trigger.
QList<RecordingErasure> RecordingKeeper::removeExcessive(const LimitedRecordings &limited, qsizetype &chosen)
{
    const bool exists = lockAccount(m_database, limited.account);
    const QList<RecordedFile> files = exists ? excessive(limited) : QList<RecordedFile>();
    chosen = files.size();
    QList<DeviceId> devices;
    for (const RecordedFile &file : files)
        devices += file.deviceId;
    m_spans.lockDevices(devices);
    QList<RecordingErasure> erasures;
    const QDateTime now = Times::now();
    for (const RecordedFile &file : files) {
        Conditions conditions("recording_id = ?", file.recordingId);
        SpanStore::addNotHeld(conditions, now);
        const auto removed = m_database.selectWith<RecordedFile>(
            "DELETE FROM recording WHERE " + conditions.sql() + " RETURNING " + columns, conditions.values());
        for (const RecordedFile &row : removed) { // it may have moved to the media store meanwhile
            if (!MediaStore::isId(row.storageId))
                erasures += m_spans.noteErasure(row, now);
            else
                erasures += {row.recordingId, row.deviceId, row.storageId, row.path, row.startedAt, row.endedAt, now};
        }
    }
    return erasures;
}

/// Removes the files of this server, and ends their notes. The notes of files that cannot be removed now stay.
void RecordingKeeper::removeFiles(const QList<RecordingErasure> &erasures)
{
    if (erasures.isEmpty() || !m_storage.isThere())
        return;
    QList<RecordingErasure> ended;
    for (const RecordingErasure &erasure : erasures) {
        const bool isHere = erasure.storageId == m_storage.id;
        if (!isHere && erasure.storageId != m_storage.store)
            continue;
        const QString path = m_storage.folder + u'/' + erasure.path;
        if (isHere && (QFile::remove(path) || RecordingStorage::isMissing(path)))
            ended += erasure;
        SheetFolder(QFileInfo(path).path())
            .removeBetween(erasure.startedAt.toMSecsSinceEpoch(), erasure.endedAt.toMSecsSinceEpoch());
    }
    if (ended.isEmpty() || !m_storage.isThere())
        return;
    inTransaction(m_database, [&] {
        for (const RecordingErasure &erasure : std::as_const(ended))
            m_spans.endErasure(erasure);
    });
}

void RecordingKeeper::keepCameras(const std::atomic_bool &stopping)
{
    for (const LimitedCamera &camera : m_database.select<LimitedCamera>(
             "SELECT device_id, account_id FROM capture_mode JOIN device USING (device_id) WHERE days > 0 OR "
             "storage_bytes > 0")) {
        const auto allowance = [this, camera] {
            const CaptureMode mode = CaptureModeStore(m_database).of(camera.deviceId);
            return Allowance{Allowance::sinceDays(mode.days),
                             mode.storageBytes > 0 ? std::optional(mode.storageBytes) : std::nullopt};
        };
        keep({camera.accountId, Conditions("device_id = ?", camera.deviceId), allowance}, stopping);
    }
}

void RecordingKeeper::keepPlans(const std::atomic_bool &stopping)
{
    for (const PlanInForce &each : PlanStore(m_database).allInForce()) {
        const auto allowance = [this, account = each.accountId]() -> Allowance {
            const auto plan = PlanStore(m_database).inForce(account);
            if (!plan)
                return {};
            Allowance allowed{Allowance::sinceDays(plan->days)};
            if (plan->storageBytes > 0)
                allowed.bytes = std::max<qint64>(0, plan->storageBytes - ArchiveStore(m_database).bytesOf(account));
            return allowed;
        };
        keep({each.accountId, Conditions(ofAccount, each.accountId), allowance}, stopping);
    }
}

/// Concerns the recordings of this server, and those of the media store. A part of the disk concerns what lies on it.
void RecordingKeeper::keepServer(const std::atomic_bool &stopping)
{
    const auto limited = [this](AccountId account, const QString &store, const Allowance &allowance) {
        Conditions which(ofAccount, account);
        which.add("storage_id IN (?, ?)", m_storage.id, store);
        return LimitedRecordings{account, which, [allowance] { return allowance; }};
    };
    if (const QDateTime since = Allowance::sinceDays(m_budget.days); since.isValid()) {
        for (const AccountBytes &each : m_database.select<AccountBytes>(
                 "SELECT DISTINCT account_id FROM device WHERE device_id IN (SELECT device_id FROM recording WHERE "
                 "storage_id IN (?, ?) AND started_at < ?)",
                 m_storage.id, m_storage.store, since))
            keep(limited(each.accountId, m_storage.store, {since}), stopping);
    }
    const bool ofDisk = m_budget.bytes <= 0;
    const QString store = ofDisk ? m_storage.id : m_storage.store;
    const QList<AccountUse> uses = usesIn(store);
    const auto most = ofDisk ? mostOnDisk(uses) : m_budget.bytes;
    if (!most)
        return;
    const auto excess = excessOf(uses, *most);
    for (const AccountUse &use : uses) { // what another server removes meanwhile counts, as it is the same store
        if (const qint64 bytes = excess.value(use.account); bytes > 0)
            keep(limited(use.account, store, {.bytes = use.bytes - bytes}), stopping);
    }
}

/// Returns whether files that the index has given up still take their space.
bool RecordingKeeper::isFreeing()
{
    return std::ranges::any_of(m_spans.erasures(m_storage.id, {}, batch), [this](const RecordingErasure &erasure) {
        RecordedFile file;
        file.storageId = erasure.storageId;
        file.path = erasure.path;
        return m_storage.isOwn(file) && !m_store.find(erasure.recordingId);
    });
}

/// Returns how much of the disk recordings may take. Returns nothing while the disk is away, as what is mounted there
/// instead says nothing about it, and while files wait to be removed: a disk that does not let them go, such as one
/// that has become read-only, would cost one recording after the other.
std::optional<qint64> RecordingKeeper::mostOnDisk(const QList<AccountUse> &uses)
{
    const QStorageInfo disk(m_storage.recordings);
    if (!disk.isValid() || !disk.isReady() || !m_storage.isThere() || isFreeing())
        return std::nullopt;
    const qint64 used = std::accumulate(uses.begin(), uses.end(), qint64(0),
                                        [](qint64 sum, const AccountUse &use) { return sum + use.bytes; });
    return (used + disk.bytesAvailable()) / 100 * m_budget.percent;
}

/// Returns what each account has recorded at this server and in a media store.
QList<AccountUse> RecordingKeeper::usesIn(const QString &store)
{
    QHash<AccountId, qint64> entitled;
    for (const PlanInForce &plan : PlanStore(m_database).allInForce())
        entitled.insert(plan.accountId, plan.storageBytes);
    QList<AccountUse> uses;
    for (const AccountBytes &each : m_database.select<AccountBytes>(
             "SELECT account_id, cast(sum(bytes) AS BIGINT) AS bytes FROM recording JOIN device USING (device_id) "
             "WHERE recording.storage_id IN (?, ?) GROUP BY account_id",
             m_storage.id, store))
        uses += {each.accountId, each.bytes, entitled.value(each.accountId)};
    return uses;
}
