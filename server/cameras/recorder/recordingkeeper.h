// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingbudget.h"
#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/jobs/job.h"

class MediaHub;
struct AccountUse;
struct LimitedRecordings;

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

/// A camera that has limits of its own, and its account.
class LimitedCamera
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)

public:
    DeviceId deviceId;
    AccountId accountId;
};

/// Removes recordings that are older or larger than their camera, the plan of their account, or this server allows. The
/// oldest are removed first, and of the accounts that share the server those that are furthest over their fair share
/// (see excessOf()) lose first. Files with a part that is held stay. Photos, videos and the clips of marks use the
/// storage of a plan first.
///
/// The limits of a camera and of a plan concern the recordings of all servers, whichever has their files. A transaction
/// that locks the account decides what goes. Servers that apply a limit at the same time therefore follow each other,
/// and a span is held either before or after that. The same transaction notes the files (`recording_erasure`). A server
/// removes its own files at once, and RecordingEraser those of other servers and those that a crash has left. A server
/// that does not run keeps no newer recording from staying: its files go when it is back.
class RecordingKeeper
{
public:
    RecordingKeeper(Database &database, RecordingStorage storage, const RecordingBudget &budget);

    /// Removes what exceeds a budget. Returns early once `stopping` is true; the next call removes the rest.
    void keepBudgets(const std::atomic_bool &stopping);

private:
    void keep(const LimitedRecordings &limited, const std::atomic_bool &stopping);
    bool exceeds(const LimitedRecordings &limited);
    qint64 excessOver(const LimitedRecordings &limited, qint64 most);
    QList<RecordedFile> oldest(const LimitedRecordings &limited, int most);
    QList<RecordedFile> excessive(const LimitedRecordings &limited);
    QList<RecordingErasure> removeExcessive(const LimitedRecordings &limited, qsizetype &chosen);
    void removeFiles(const QList<RecordingErasure> &erasures);
    void keepCameras(const std::atomic_bool &stopping);
    void keepPlans(const std::atomic_bool &stopping);
    void keepServer(const std::atomic_bool &stopping);
    bool isFreeing();
    std::optional<qint64> mostOnDisk(const QList<AccountUse> &uses);
    QList<AccountUse> usesIn(const QString &store);

    Database &m_database;
    RecordingStore m_store;
    SpanStore m_spans;
    const RecordingStorage m_storage;
    const RecordingBudget m_budget;
};

/// Returns the jobs of each server that keep the budgets, every half minute, and repair the index, once a day.
JobTable recordingJobs(Database &database, const RecordingStorage &storage, const RecordingBudget &budget,
                       const MediaHub &media);
