// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/mailqueue.h"

#include "models/resource.h"
#include "models/times.h"
#include "server/base/serverkey.h"
#include "server/db/database.h"

void MailQueue::add(const Mail &mail) { add(QStringLiteral("mail"), toJson(mail)); }

void MailQueue::add(const TextMessage &text) { add(QStringLiteral("text"), toJson(text)); }

void MailQueue::add(const QString &kind, const QByteArray &payload)
{
    const QDateTime now = Times::now();
    m_database.exec("INSERT INTO job (job_id, kind, payload, attempts, run_at, created_at) VALUES (?, ?, ?, 0, ?, ?)",
                    IdBits::generate().toString(), kind, m_key.seal(payload), now, now);
    m_database.afterCommit(m_queued);
}
