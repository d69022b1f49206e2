// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/storageuse.h"

#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/cameras/archive/archivestore.h"
#include "server/cameras/archive/datauploadstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

qint64 StorageUse::bytesOf(AccountId account)
{
    const QDateTime now = Times::now();
    ArchiveStore archive(m_database);
    return archive.bytesOf(account) + qint64(archive.pendingSeconds(account) * double(bytesOfSecond))
        + SpanStore(m_database).heldBytes(account, now) + DataUploadStore(m_database).unfinishedOf(account, now).bytes;
}

void StorageUse::require(AccountId account, qint64 more)
{
    const auto plan = PlanStore(m_database).inForce(account);
    if (plan && plan->storageBytes <= 0)
        return; // no limit
    const qint64 bytes = bytesOf(account) + more;
    if (!plan)
        requireFewer(bytes - 1, m_caps.storage, u"bytes of media without a plan"_s);
    else if (bytes > plan->storageBytes)
        throw Problem::forbidden(u"plan_limit_reached"_s, u"The plan %1 covers no further storage."_s.arg(plan->name))
            .with(u"storage_bytes"_s, plan->storageBytes);
}
