// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingbudget.h"
#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/jobs/job.h"

class Conditions;
class MediaHub;
struct AccountUse;

/// A row of the bytes of an account.
class AccountBytes
{
    Q_GADGET
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(qint64 bytes MEMBER bytes)

public:
    AccountId accountId;
    qint64 bytes = 0;
};

/// Removes recordings of this server that are older or larger than their camera, the plan of its account, or the server
/// allows. The oldest are removed first, and of the accounts that share the server those that are furthest over their
/// fair share (see excessOf()) lose first. Files with a part that is held stay. Photos, videos and the clips of marks
/// use the storage of a plan first.
class RecordingKeeper
{
public:
    RecordingKeeper(Database &database, RecordingStorage storage, const RecordingBudget &budget);

    /// Removes what exceeds a budget. Returns early once `stopping` is true; the next call removes the rest.
    void keepBudgets(const std::atomic_bool &stopping);

private:
    qint64 discard(const Conditions &which, std::optional<qint64> most, const std::atomic_bool &stopping);
    void keepCameras(const std::atomic_bool &stopping);
    void keepPlans(const std::atomic_bool &stopping);
    void keepServer(const std::atomic_bool &stopping);
    Conditions onDisk(AccountId account) const;
    QList<AccountUse> usesIn(const QString &store);

    Database &m_database;
    RecordingStore m_store;
    const RecordingStorage m_storage;
    const RecordingBudget m_budget;
};

/// Returns the jobs of each server that keep the budgets, every half minute, and repair the index, once a day.
JobTable recordingJobs(Database &database, const RecordingStorage &storage, const RecordingBudget &budget,
                       const MediaHub &media);
