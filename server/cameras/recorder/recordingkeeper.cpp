// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingkeeper.h"

#include "models/cameras/capturemode.h"
#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/cameras/archive/archivestore.h"
#include "server/cameras/recorder/fairshare.h"
#include "server/cameras/recording/sheetfolder.h"
#include "server/core/db/conditions.h"
#include "server/core/db/retry.h"

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

QDateTime before(std::chrono::milliseconds age) { return Times::now().addMSecs(-age.count()); }

const QByteArray ofAccount = "device_id IN (SELECT device_id FROM device WHERE account_id = ?)";
}

RecordingKeeper::RecordingKeeper(Database &database, RecordingStorage storage, const RecordingBudget &budget)
    : m_database(database)
    , m_store(database)
    , m_storage(std::move(storage))
    , m_budget(budget)
{
}

/// Removes the oldest recordings of this server and of the media store that meet the conditions: all, or until `most`
/// bytes are removed. Returns the number of bytes.
qint64 RecordingKeeper::discard(const Conditions &which, std::optional<qint64> most, const std::atomic_bool &stopping)
{
    Conditions conditions("storage_id IN (?, ?) AND ended_at < ? AND (NOT is_open OR ended_at < ?)", m_storage.id,
                          m_storage.store, before(leastAge), before(abandonedAge));
    conditions.addWith(which.sql(), which.values());
    SpanStore::addNotHeld(conditions, Times::now());
    qint64 removed = 0;
    while (!stopping && (!most || removed < *most)) {
        auto rows = m_database.selectWith<RecordedFile>(
            "SELECT recording_id, device_id, storage_id, path, bytes, started_at, ended_at FROM recording WHERE "
                + conditions.sql() + " ORDER BY started_at LIMIT ?",
            conditions.values() + QVariantList{batch});
        const bool isEnd = rows.size() < batch;
        inTransaction(m_database, [&] {
            for (const RecordedFile &row : std::as_const(rows)) {
                if (most && removed >= *most)
                    break;
                m_store.remove(row.recordingId);
                removed += row.bytes;
                const bool isHere = row.storageId == m_storage.id; // the database notes that an object is to be deleted
                m_database.afterCommit([isHere, path = m_storage.path(row), from = row.startedAt, to = row.endedAt] {
                    if (isHere)
                        QFile::remove(path);
                    SheetFolder(QFileInfo(path).path()).removeBetween(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch());
                });
            }
        });
        if (isEnd)
            break;
    }
    return removed;
}

void RecordingKeeper::keepBudgets(const std::atomic_bool &stopping)
{
    m_storage.mark(m_database);
    keepCameras(stopping);
    keepPlans(stopping);
    keepServer(stopping);
}

void RecordingKeeper::keepCameras(const std::atomic_bool &stopping)
{
    for (const auto &mode :
         m_database.select<CaptureMode>("SELECT * FROM capture_mode WHERE days > 0 OR storage_bytes > 0")) {
        const QByteArray ofDevice = "device_id = ?";
        if (mode.days > 0) {
            Conditions old(ofDevice, mode.deviceId);
            old.add("ended_at < ?", Times::now().addDays(-mode.days));
            discard(old, std::nullopt, stopping);
        }
        const qint64 excess = mode.storageBytes > 0 ? m_store.bytesOf(mode.deviceId) - mode.storageBytes : 0;
        if (excess > 0)
            discard(Conditions(ofDevice, mode.deviceId), excess, stopping);
    }
}

void RecordingKeeper::keepPlans(const std::atomic_bool &stopping)
{
    for (const PlanInForce &plan : PlanStore(m_database).allInForce()) {
        if (plan.days > 0) {
            Conditions old(ofAccount, plan.accountId);
            old.add("ended_at < ?", Times::now().addDays(-plan.days));
            discard(old, std::nullopt, stopping);
        }
        if (plan.storageBytes <= 0) // no limit
            continue;
        const qint64 room = std::max<qint64>(0, plan.storageBytes - ArchiveStore(m_database).bytesOf(plan.accountId));
        const qint64 excess = m_store.bytesOf(plan.accountId) - room;
        if (excess > 0)
            discard(Conditions(ofAccount, plan.accountId), excess, stopping);
    }
}

void RecordingKeeper::keepServer(const std::atomic_bool &stopping)
{
    if (m_budget.days > 0)
        discard(Conditions("ended_at < ?", Times::now().addDays(-m_budget.days)), std::nullopt, stopping);
    // A part of the disk concerns what lies on it. A size in bytes concerns what the media store has as well.
    const bool ofDisk = m_budget.bytes <= 0;
    const QList<AccountUse> uses = usesIn(ofDisk ? QString() : m_storage.store);
    qint64 most = m_budget.bytes;
    if (ofDisk) {
        const QStorageInfo disk(m_storage.recordings);
        if (!disk.isValid() || !disk.isReady() || !m_storage.isThere())
            return; // another disk says nothing about the space of recordings
        const qint64 used = std::accumulate(uses.begin(), uses.end(), qint64(0),
                                            [](qint64 sum, const AccountUse &use) { return sum + use.bytes; });
        most = (used + disk.bytesAvailable()) / 100 * m_budget.percent;
    }
    const auto excess = excessOf(uses, most);
    for (auto each = excess.begin(); each != excess.end(); ++each)
        discard(ofDisk ? onDisk(each.key()) : Conditions(ofAccount, each.key()), each.value(), stopping);
}

Conditions RecordingKeeper::onDisk(AccountId account) const
{
    Conditions conditions(ofAccount, account);
    conditions.add("storage_id = ?", m_storage.id);
    return conditions;
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
