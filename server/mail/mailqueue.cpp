// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/mailqueue.h"

#include "models/resource.h"
#include "models/times.h"
#include "server/base/serverkey.h"
#include "server/db/database.h"

void MailQueue::add(const Mail &mail)
{
    const QDateTime now = Times::now();
    m_database.exec(
        "INSERT INTO job (job_id, kind, payload, attempts, run_at, created_at) VALUES (?, 'mail', ?, 0, ?, ?)",
        IdBits::generate().toString(), m_key.seal(toJson(mail)), now, now);
    m_database.afterCommit(m_queued);
}
